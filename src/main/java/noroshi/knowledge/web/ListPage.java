package noroshi.knowledge.web;

import java.util.List;
import noroshi.knowledge.Article;

/** The articles the reader may read. */
public record ListPage(List<Article> articles, String asked, boolean writes) {}
