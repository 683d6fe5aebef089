/** TAXII 2.1 as it is spoken over HTTP, and the pages about collections. */
@NullMarked
package noroshi.intel.taxii.web;

import org.jspecify.annotations.NullMarked;
