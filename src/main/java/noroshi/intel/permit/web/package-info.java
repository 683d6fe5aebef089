/** The page on which sources answer. */
@NullMarked
package noroshi.intel.permit.web;

import org.jspecify.annotations.NullMarked;
