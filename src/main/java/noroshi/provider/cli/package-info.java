@NullMarked
package noroshi.provider.cli;

import org.jspecify.annotations.NullMarked;
