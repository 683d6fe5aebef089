/** Pages and interfaces of block lists, for the Centre and for those it asks to block. */
@NullMarked
package noroshi.intel.blocklist.web;

import org.jspecify.annotations.NullMarked;
