package noroshi.knowledge.web;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Matter;
import noroshi.knowledge.Article;
import noroshi.knowledge.Articles;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Prose;
import org.springframework.stereotype.Component;

/** Composes the pages of articles. */
@Component
class ArticlePages {
    private final Articles articles;
    private final Members members;

    ArticlePages(Articles articles, Members members) {
        this.articles = articles;
        this.members = members;
    }

    Page list(String asked, Actor actor) {
        return new Page(
                "knowledge/list", new ListPage(articles.all(asked, actor), asked.strip(), articles.writes(actor)));
    }

    Page show(Article article, FormErrors errors, Actor actor) {
        var writes = articles.writes(actor);
        return new Page(
                "knowledge/show",
                new ArticlePage(
                        article,
                        Prose.of(article.body()).article(),
                        List.of(
                                new Step(Ui.text("desk.nav"), "/desk", false),
                                new Step(Ui.text("knowledge.articles"), "/desk/articles", false),
                                new Step(article.title(), article.path(), true)),
                        !writes || article.version() == article.latest(),
                        writes,
                        writes ? by(article) : "",
                        writes ? articles.versions(article.id(), actor) : List.of(),
                        writes ? articles.matters(article, actor) : List.of(),
                        errors));
    }

    private String by(Article article) {
        return members.names(List.of(article.by())).values().stream()
                .map(it -> it.in(Ui.locale()))
                .findFirst()
                .orElse("");
    }

    static Page write(String to, int seen, String title, String body, Optional<Matter> from, FormErrors errors) {
        return new Page("knowledge/write", new WritingPage(to, seen, title, body, from, errors));
    }
}
