/** Pages of the library: bundles, what became of them, and single objects. */
@NullMarked
package noroshi.intel.web;

import org.jspecify.annotations.NullMarked;
