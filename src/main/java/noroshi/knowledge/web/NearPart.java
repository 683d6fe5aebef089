package noroshi.knowledge.web;

import java.util.List;
import noroshi.knowledge.Article;

/** Published articles near to what somebody begins to write. */
public record NearPart(List<Article> articles) {}
