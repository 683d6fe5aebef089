/** Pages of the drop-box. */
@NullMarked
package noroshi.intel.drop.web;

import org.jspecify.annotations.NullMarked;
