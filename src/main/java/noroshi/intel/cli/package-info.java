/** The library on the administrator's command line. */
@NullMarked
package noroshi.intel.cli;

import org.jspecify.annotations.NullMarked;
