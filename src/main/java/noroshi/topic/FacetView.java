package noroshi.topic;

import gg.jte.Content;

/**
 * The parts of a topic's page that its feature draws.
 *
 * @param article in place of the plain text
 * @param below panels under the article
 * @param side panels beside it
 */
public record FacetView(Content article, Content below, Content side) {}
