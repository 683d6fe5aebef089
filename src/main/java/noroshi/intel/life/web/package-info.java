/** Pages and the interface for scripts: values are looked up, opened, seen and taken back. */
@NullMarked
package noroshi.intel.life.web;

import org.jspecify.annotations.NullMarked;
