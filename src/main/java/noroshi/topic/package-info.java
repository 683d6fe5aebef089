/** The spine: topics, who may read them, their versions, their thread, their files, who has read them, search. */
@NullMarked
package noroshi.topic;

import org.jspecify.annotations.NullMarked;
