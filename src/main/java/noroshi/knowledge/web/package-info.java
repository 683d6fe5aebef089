/** The pages of articles. */
@NullMarked
package noroshi.knowledge.web;

import org.jspecify.annotations.NullMarked;
