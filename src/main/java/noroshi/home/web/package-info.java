/** The first page. */
@NullMarked
package noroshi.home.web;

import org.jspecify.annotations.NullMarked;
