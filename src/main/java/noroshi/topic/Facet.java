package noroshi.topic;

import noroshi.shared.Actor;

/** What a feature adds to the page of its kind of topic; implemented above the spine, one bean for each kind. */
public interface Facet {
    /** The kind of topic this facet belongs to. */
    Kind kind();

    /** The feature's view of one version, for a reader who may read the topic. */
    FacetView view(Topic topic, int version, Level level, Actor actor);
}
