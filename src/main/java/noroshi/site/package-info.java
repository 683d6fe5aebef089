/** What surrounds every page: frame, words, navigation, components, refusals, headers. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package noroshi.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
