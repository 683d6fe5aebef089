/** What a reader is told, on pages; how they want to be told; and what became of mail. */
@NullMarked
package noroshi.notification.web;

import org.jspecify.annotations.NullMarked;
