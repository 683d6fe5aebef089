/** Tests of the newsroom's pages. */
@NullMarked
package noroshi.bulletin.web;

import org.jspecify.annotations.NullMarked;
