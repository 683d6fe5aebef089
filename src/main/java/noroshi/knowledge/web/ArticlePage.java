package noroshi.knowledge.web;

import gg.jte.Content;
import java.util.List;
import noroshi.desk.Matter;
import noroshi.knowledge.Article;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One article.
 *
 * @param newest it is the newest version the reader may read
 * @param by who wrote this version; for the desk
 * @param versions for the desk
 * @param matters it was learned from, for the desk
 */
public record ArticlePage(
        Article article,
        Content body,
        List<Step> steps,
        boolean newest,
        boolean writes,
        String by,
        List<Article> versions,
        List<Matter> matters,
        FormErrors errors) {
    public String path() {
        return article.path();
    }
}
