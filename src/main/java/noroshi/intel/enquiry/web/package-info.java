/** Pages of enquiries: looking something up, asking, being asked, answering. */
@NullMarked
package noroshi.intel.enquiry.web;

import org.jspecify.annotations.NullMarked;
