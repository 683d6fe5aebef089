/** The pattern language of STIX 2.1: reading it completely, within a fixed budget of steps. */
@NullMarked
package noroshi.intel.pattern;

import org.jspecify.annotations.NullMarked;
