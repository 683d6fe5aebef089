/** The spine: topics, their audience, versions, thread, files, reading and search. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "site", "site::chart", "membership", "community", "database"})
package noroshi.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
