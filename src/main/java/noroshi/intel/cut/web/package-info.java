/** Pages of what is held back. */
@NullMarked
package noroshi.intel.cut.web;

import org.jspecify.annotations.NullMarked;
