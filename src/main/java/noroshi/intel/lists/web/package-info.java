/** Lists for products, and the page that explains them and shows what was loaded. */
@NullMarked
package noroshi.intel.lists.web;

import org.jspecify.annotations.NullMarked;
