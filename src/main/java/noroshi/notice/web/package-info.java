/** Pages of notices, and the notice's part of a topic's page. */
@NullMarked
package noroshi.notice.web;

import org.jspecify.annotations.NullMarked;
