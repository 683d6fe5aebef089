/** The pages of the watch. */
@NullMarked
package noroshi.watch.web;

import org.jspecify.annotations.NullMarked;
