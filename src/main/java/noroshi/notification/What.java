package noroshi.notification;

import java.util.Optional;
import java.util.UUID;

/** What people are told of, and where they find it. */
public enum What {
    TOPIC_POSTED,
    TOPIC_REVISED,
    TOPIC_WITHDRAWN,
    COMMENT_POSTED,
    BULLETIN_PUBLISHED,
    BULLETIN_REVIEWED,
    REVIEW_CHASED,
    MANUSCRIPT_SUBMITTED,
    MANUSCRIPT_RETURNED,
    MANUSCRIPT_APPROVED,
    NOTICE_SENT,
    NOTICE_CHASED,
    NOTICE_REOPENED,
    NOTICE_ANSWERED,
    MATTER_REPORTED,
    MATTER_UPDATED,
    MATTER_SHARED,
    MATTER_MOVED,
    SHARING_PROPOSED,
    SUPPORT_ASKED,
    SUPPORT_ANSWERED,
    COPY_ASKED,
    COPY_ANSWERED,
    ADMISSION_ASKED,
    SEAT_TAKEN,
    LEAD_NAMED,
    ASSETS_ASKED,
    ASSETS_REGISTERED,
    ASSETS_DECLINED,
    ASSETS_ENDING,
    ASSETS_ENDED,
    ASSET_REMOVED,
    ASSET_NO_LIFTED,
    SEARCH_MATCHED,
    ONWARD_ASKED,
    ONWARD_ANSWERED,
    MATTER_LATE,
    MATTER_CALL,
    IMPACT_ASKED,
    REPORT_MISSED,
    VALUES_TAKEN_BACK,
    OBJECT_GIVEN,
    BLOCKING_PUSHED,
    BLOCKING_TAKEN_BACK,
    BLOCKING_REMINDED,
    PUSH_ASKED,
    PUSH_ANSWERED,
    PUSH_REVOKED,
    WORDS_HELD,
    DROPS_WAIT,
    ENQUIRY_MADE,
    OPINION_ASKED,
    OPINION_REMINDED,
    OPINION_GIVEN,
    OPINION_OVERDUE,
    ENQUIRY_ANSWERED,
    PERSON_ASKED,
    PERSON_REMINDED,
    ADDRESS_CHANGED,
    ORGANISATION_ASKED,
    MOVE_ASKED,
    MOVE_ACCEPTED,
    MOVE_DECLINED,
    PERSON_MOVED,
    MEMBER_LEFT,
    SUBSTITUTE_LEFT,
    SUBSTITUTION_ENDED,
    WINDOW_EMPTIED;

    /** The page where it is read or done. */
    public String path(Optional<UUID> topic, Optional<UUID> subject) {
        var about = topic.or(() -> subject).map(UUID::toString).orElse("");
        return switch (this) {
            case COMMENT_POSTED ->
                "/topics/" + about + subject.map(comment -> "#c-" + comment).orElse("");
            case MANUSCRIPT_SUBMITTED -> "/bulletins/manuscripts/" + about + "/review";
            case MANUSCRIPT_RETURNED, MANUSCRIPT_APPROVED -> "/bulletins/manuscripts/" + about;
            case REVIEW_CHASED, BULLETIN_REVIEWED -> "/bulletins/manuscripts";
            case ADMISSION_ASKED -> "/communities/" + about + "/members";
            case SEAT_TAKEN, LEAD_NAMED -> "/communities/" + about;
            case ASSETS_ASKED -> "/assets/approvals";
            case ASSETS_ENDING, ASSETS_ENDED -> "/assets?show=expiring";
            case ASSET_REMOVED, ASSET_NO_LIFTED -> "/assets/" + about;
            case ASSETS_REGISTERED, ASSETS_DECLINED -> "/assets";
            case MATTER_LATE, REPORT_MISSED -> "/desk/reports";
            case MATTER_CALL -> "/desk#calls";
            case IMPACT_ASKED -> "/desk#asked";
            case ONWARD_ASKED, ONWARD_ANSWERED -> "/topics/" + about + "#onward";
            case NOTICE_SENT, NOTICE_CHASED, NOTICE_REOPENED, NOTICE_ANSWERED -> "/notices/" + about;
            case VALUES_TAKEN_BACK -> "/intel/received";
            case OBJECT_GIVEN -> "/intel/collections/" + about + "#given";
            case BLOCKING_PUSHED, BLOCKING_TAKEN_BACK, BLOCKING_REMINDED -> "/intel/blocklists/" + about;
            case PUSH_ASKED, PUSH_ANSWERED, PUSH_REVOKED -> "/intel/permits/" + about;
            case OPINION_ASKED, OPINION_REMINDED -> "/intel/enquiries";
            case ENQUIRY_MADE, ENQUIRY_ANSWERED, OPINION_GIVEN, OPINION_OVERDUE -> "/intel/enquiries/" + about;
            case WORDS_HELD -> "/intel/cuts";
            case DROPS_WAIT -> "/intel/drop#mailbox";
            case PERSON_ASKED, ORGANISATION_ASKED -> "/members/dormant";
            case MOVE_ASKED -> "/members/moves";
            case MOVE_ACCEPTED, MOVE_DECLINED, PERSON_MOVED -> "/members/moves/" + about;
            case MEMBER_LEFT -> "/communities/" + about + "/members#left";
            case SUBSTITUTE_LEFT, SUBSTITUTION_ENDED -> "/organisations/" + about + "/substitutes";
            case WINDOW_EMPTIED -> "/notices#empty-windows";
            case PERSON_REMINDED -> "/";
            case ADDRESS_CHANGED -> "/members/" + about;
            default -> "/topics/" + about;
        };
    }
}
