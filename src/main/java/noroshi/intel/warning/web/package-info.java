/** Pages of warning lists: what is in force, loading, asking, exceptions. */
@NullMarked
package noroshi.intel.warning.web;

import org.jspecify.annotations.NullMarked;
