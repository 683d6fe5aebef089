/** Collections from the command line. */
@NullMarked
package noroshi.intel.taxii.cli;

import org.jspecify.annotations.NullMarked;
