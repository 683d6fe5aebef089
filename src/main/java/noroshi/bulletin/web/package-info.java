/** Pages of the newsroom, the readers' list, and the bulletin's part of a topic's page. */
@NullMarked
package noroshi.bulletin.web;

import org.jspecify.annotations.NullMarked;
