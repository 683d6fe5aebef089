package noroshi.topic.web;

import noroshi.topic.TopicFile;

/** Why a file does not open, and how it may be taken over. */
public record QuarantinePage(TopicFile file, boolean mayTake) {
    public String size() {
        return FileLine.size(file.size());
    }

    public String path() {
        return "/files/" + file.id();
    }
}
