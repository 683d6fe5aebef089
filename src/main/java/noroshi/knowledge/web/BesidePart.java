package noroshi.knowledge.web;

import java.util.List;
import noroshi.desk.Matter;
import noroshi.knowledge.Article;

/**
 * What stands beside a matter about articles.
 *
 * @param lessons whether something was learned that is in no article yet
 */
public record BesidePart(Matter matter, List<Article> linked, List<Article> near, boolean lessons) {}
