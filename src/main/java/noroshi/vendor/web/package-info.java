/** The pages of vendors. */
@NullMarked
package noroshi.vendor.web;

import org.jspecify.annotations.NullMarked;
