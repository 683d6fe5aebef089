/** Machines fetch and bring STIX objects: collections, their entries in the order they came, who may, who got what. */
@NullMarked
@NamedInterface("taxii")
package noroshi.intel.taxii;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
