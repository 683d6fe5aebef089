package noroshi.knowledge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.knowledge.Article;
import noroshi.knowledge.Articles;
import noroshi.knowledge.Written;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Articles: the desk writes them, everybody reads the published ones. */
@Controller
@RequestMapping("/desk/articles")
class ArticleController {
    private static final String ROOT = "/desk/articles";

    private final Articles articles;
    private final ConsultationDesk desk;
    private final ArticlePages pages;

    ArticleController(Articles articles, ConsultationDesk desk, ArticlePages pages) {
        this.articles = articles;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String q, Actor actor) {
        return pages.list(q, actor);
    }

    /** For the script that asks while somebody writes to the desk. */
    @GetMapping("/near")
    Page near(@RequestParam(defaultValue = "") String title, Actor actor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return new Page("knowledge/parts/near", new NearPart(articles.whileWriting(title, actor)));
    }

    @GetMapping("/new")
    Page fresh(@RequestParam(defaultValue = "") String matter, Actor actor) {
        articles.enter(actor);
        var from = from(matter, actor);
        return ArticlePages.write(
                ROOT, 0, "", from.map(it -> articles.lessons(it, actor)).orElse(""), from, FormErrors.none());
    }

    @PostMapping
    Object write(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String matter,
            Actor actor) {
        articles.enter(actor);
        var from = from(matter, actor);
        try {
            var id = articles.write(new Written(title, body), from, actor);
            return Redirect.to(ROOT + "/" + id).saying("knowledge.written");
        } catch (RuleBroken refusal) {
            return ArticlePages.write(ROOT, 0, title, body, from, FormErrors.of(refusal))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Optional<Matter> from(String reference, Actor actor) {
        return reference.isBlank() ? Optional.empty() : Optional.of(desk.show(reference.strip(), actor));
    }

    @GetMapping("/{article}")
    Page show(@PathVariable UUID article, @RequestParam(defaultValue = "0") int version, Actor actor) {
        return pages.show(
                version > 0 ? articles.show(article, version, actor) : articles.show(article, actor),
                FormErrors.none(),
                actor);
    }

    @GetMapping("/{article}/edit")
    Page edit(@PathVariable UUID article, Actor actor) {
        articles.enter(actor);
        var shown = articles.show(article, actor);
        return ArticlePages.write(
                shown.path(), shown.latest(), shown.title(), shown.body(), Optional.empty(), FormErrors.none());
    }

    @PutMapping("/{article}")
    Object revise(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String body,
            Actor actor) {
        articles.enter(actor);
        var shown = articles.show(article, actor);
        try {
            articles.revise(article, new Written(title, body), seen, actor);
            return Redirect.to(shown.path()).saying("knowledge.revised");
        } catch (RuleBroken refusal) {
            return ArticlePages.write(shown.path(), seen, title, body, Optional.empty(), FormErrors.of(refusal))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{article}/publication")
    Object publish(@PathVariable UUID article, @RequestParam(defaultValue = "0") int version, Actor actor) {
        return act(article, "knowledge.published-now", it -> articles.publish(article, version, actor), actor);
    }

    @DeleteMapping("/{article}/publication")
    Object takeBack(@PathVariable UUID article, Actor actor) {
        return act(article, "knowledge.taken-back", it -> articles.takeBack(article, actor), actor);
    }

    @DeleteMapping("/{article}")
    Object end(@PathVariable UUID article, Actor actor) {
        return act(article, "knowledge.ended-now", it -> articles.end(article, actor), actor);
    }

    @PostMapping("/{article}/matters")
    Object link(@PathVariable UUID article, @RequestParam(defaultValue = "") String matter, Actor actor) {
        articles.enter(actor);
        var from = desk.show(matter.strip(), actor);
        return act(article, "knowledge.linked", it -> articles.link(article, from, actor), actor);
    }

    @DeleteMapping("/{article}/matters/{reference}")
    Object unlink(@PathVariable UUID article, @PathVariable String reference, Actor actor) {
        articles.enter(actor);
        var from = desk.show(reference, actor);
        return act(article, "knowledge.unlinked", it -> articles.unlink(article, from, actor), actor);
    }

    private Object act(UUID id, String said, Consumer<Article> verb, Actor actor) {
        articles.enter(actor);
        var shown = articles.show(id, actor);
        try {
            verb.accept(shown);
            return Redirect.to(shown.path()).saying(said);
        } catch (RuleBroken refusal) {
            return pages.show(articles.show(id, actor), FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
