/** What is said of a value, by whom and how surely, from the first word to its withdrawal. */
@NullMarked
package noroshi.intel.life;

import org.jspecify.annotations.NullMarked;
