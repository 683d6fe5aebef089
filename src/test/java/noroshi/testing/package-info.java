/** The cast and other things tests share. */
@NullMarked
package noroshi.testing;

import org.jspecify.annotations.NullMarked;
