package noroshi.demo;

import java.util.List;
import java.util.Optional;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Edition;

/**
 * A bulletin of the demo world: the topic readers find, and what its newsroom keeps of it.
 *
 * @param approver the second person
 * @param urgentReason why it went out before the second person had read it
 * @param copies what was written, version by version
 * @param contents what was published, version by version
 */
record Bulletin(
        Post post, Person approver, Optional<String> urgentReason, List<Copy> copies, List<Edition.Content> contents) {}
