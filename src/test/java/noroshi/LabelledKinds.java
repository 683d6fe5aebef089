package noroshi;

import java.util.List;
import java.util.Set;

/** What the ids in addresses and fields stand for: something on a topic, with a label and readers, or something else. */
final class LabelledKinds {
    /** Ids of what stands on a topic: nobody reads it who may not read the topic. */
    static final Set<String> ON_TOPICS = Set.of(
            "topic",
            "comment",
            "file",
            "onward",
            "bulletin",
            "indicator",
            "notice",
            "reference",
            "linked",
            "recipient",
            "proposal",
            "note");

    /** All others. A kind that is in neither set has to be put into one. */
    static final Set<String> ELSEWHERE = Set.copyOf(List.of(
            // people, organisations, circles, and what belongs to them
            "person",
            "login",
            "organisation",
            "window",
            "community",
            "seat",
            "session",
            "invitation",
            "token",
            "recovery",
            "application",
            "move",
            "substitution",
            "occasion",
            "item",
            "mail",
            "reader",
            "trial",
            "which",
            "saved",
            "search",
            "practice",
            "asset",
            "upload",
            "colleague",
            "power",
            "analyst",
            "eventowner",
            // what the newsroom and the library hold before it is published
            "manuscript",
            "enclosure",
            "bundle",
            "object",
            "dropped",
            "collection",
            "filled",
            "machine",
            "provider",
            "permit",
            "quarantined",
            "warning",
            "enquiry",
            "root",
            // the desk's own papers, and what an office is asked by name
            "asked",
            "support",
            "track",
            "inquiry",
            "call",
            "report",
            "series",
            "party",
            "macro",
            "deskview",
            "article",
            "vendor",
            "duty",
            "post",
            "hours",
            "day",
            "sheet",
            // the figures
            "event",
            "programme",
            "part",
            "weekday",
            "hour",
            // no id of a thing
            "version",
            "name",
            "form",
            "new",
            "once",
            "since",
            "id",
            "blocklist",
            "listed",
            "blocker",
            "cut",
            "edition",
            "import"));

    private LabelledKinds() {}
}
