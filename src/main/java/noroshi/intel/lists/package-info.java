/** Lists that products load to block or to watch for values, each for one organisation. */
@NullMarked
package noroshi.intel.lists;

import org.jspecify.annotations.NullMarked;
