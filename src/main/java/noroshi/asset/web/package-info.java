/** Pages of registered assets. */
@NullMarked
package noroshi.asset.web;

import org.jspecify.annotations.NullMarked;
