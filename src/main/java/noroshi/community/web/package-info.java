/** The pages of communities. */
@NullMarked
package noroshi.community.web;

import org.jspecify.annotations.NullMarked;
