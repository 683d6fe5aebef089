package noroshi.notification;

import java.util.Locale;
import noroshi.asset.AssetNoLifted;
import noroshi.asset.AssetRemoved;
import noroshi.asset.AssetsAsked;
import noroshi.asset.AssetsDeclined;
import noroshi.asset.AssetsEnding;
import noroshi.asset.AssetsRegistered;
import noroshi.bulletin.BulletinPublished;
import noroshi.bulletin.BulletinReviewed;
import noroshi.bulletin.ManuscriptApproved;
import noroshi.bulletin.ManuscriptReturned;
import noroshi.bulletin.ManuscriptSubmitted;
import noroshi.bulletin.ReviewChased;
import noroshi.community.AdmissionAsked;
import noroshi.community.LeadNamed;
import noroshi.community.SeatTaken;
import noroshi.desk.ImpactAsked;
import noroshi.desk.MatterLate;
import noroshi.desk.MatterMoved;
import noroshi.desk.MatterReported;
import noroshi.desk.MatterShared;
import noroshi.desk.MatterUpdated;
import noroshi.desk.ReportMissed;
import noroshi.desk.SharingProposed;
import noroshi.desk.SupportAnswered;
import noroshi.desk.SupportAsked;
import noroshi.desk.SupportReminded;
import noroshi.intel.ObjectGiven;
import noroshi.intel.ValuesTakenBack;
import noroshi.intel.blocklist.BlocklistPushed;
import noroshi.intel.blocklist.BlocklistReminded;
import noroshi.intel.blocklist.BlocklistTakenBack;
import noroshi.intel.cut.WordsHeld;
import noroshi.intel.drop.DropsWait;
import noroshi.intel.enquiry.EnquiryAnswered;
import noroshi.intel.enquiry.EnquiryMade;
import noroshi.intel.enquiry.OpinionAsked;
import noroshi.intel.enquiry.OpinionGiven;
import noroshi.intel.enquiry.OpinionOverdue;
import noroshi.intel.enquiry.OpinionReminded;
import noroshi.intel.permit.PermitAnswered;
import noroshi.intel.permit.PermitAsked;
import noroshi.membership.AddressChanged;
import noroshi.membership.CommunityLeft;
import noroshi.membership.MoveAsked;
import noroshi.membership.MoveDecided;
import noroshi.membership.OrganisationAsked;
import noroshi.membership.PersonAsked;
import noroshi.membership.PersonMoved;
import noroshi.membership.PersonReminded;
import noroshi.membership.SubstituteLeft;
import noroshi.membership.SubstitutionEnded;
import noroshi.membership.WindowEmptied;
import noroshi.notice.NoticeAnswered;
import noroshi.notice.NoticeChased;
import noroshi.notice.NoticeReopened;
import noroshi.notice.NoticeSent;
import noroshi.sanitised.CopyAnswered;
import noroshi.sanitised.CopyAsked;
import noroshi.shared.DomainEvent;
import noroshi.topic.CommentPosted;
import noroshi.topic.OnwardAnswered;
import noroshi.topic.OnwardAsked;
import noroshi.topic.SearchMatched;
import noroshi.topic.TopicPosted;
import noroshi.topic.TopicRevised;
import noroshi.topic.TopicWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down, in the transaction of the act itself, what somebody may have to hear of; what nobody hears of is left out. */
@Component
class HearEvents {
    private final HappeningStore happenings;

    HearEvents(HappeningStore happenings) {
        this.happenings = happenings;
    }

    @EventListener
    void hear(DomainEvent event) {
        var heard = of(event);
        if (heard != null) {
            happenings.write(heard);
        }
    }

    /** The same in words of this module; nothing for what is told by another event, or concerns nobody. */
    static @org.jspecify.annotations.Nullable Happening of(DomainEvent event) {
        return switch (event) {
            case TopicPosted it -> Happening.of(What.TOPIC_POSTED, it.topic(), it.at());
            case TopicRevised it ->
                Happening.of(What.TOPIC_REVISED, it.topic(), it.at()).version(it.version());
            case TopicWithdrawn it ->
                new Happening(
                        What.TOPIC_WITHDRAWN,
                        it.topic(),
                        null,
                        it.by(),
                        null,
                        it.as().name().toLowerCase(Locale.ROOT),
                        it.at());
            case CommentPosted it ->
                Happening.of(What.COMMENT_POSTED, it.topic(), it.at()).subject(it.comment());
            case BulletinPublished it ->
                Happening.of(What.BULLETIN_PUBLISHED, it.topic(), it.at())
                        .version(it.version())
                        .step(it.urgent() ? "urgent" : "");
            case BulletinReviewed it ->
                Happening.of(What.BULLETIN_REVIEWED, it.topic(), it.at())
                        .version(it.version())
                        .step(it.objected() ? "objected" : "confirmed");
            case ReviewChased it ->
                Happening.of(What.REVIEW_CHASED, it.topic(), it.at())
                        .version(it.version())
                        .step(it.step());
            case ManuscriptSubmitted it ->
                Happening.about(What.MANUSCRIPT_SUBMITTED, it.manuscript(), it.by(), it.at());
            case ManuscriptReturned it -> Happening.about(What.MANUSCRIPT_RETURNED, it.manuscript(), it.by(), it.at());
            case ManuscriptApproved it -> Happening.about(What.MANUSCRIPT_APPROVED, it.manuscript(), it.by(), it.at());
            case NoticeSent it ->
                Happening.of(What.NOTICE_SENT, it.topic(), it.at()).subject(it.organisation());
            case NoticeChased it ->
                Happening.of(What.NOTICE_CHASED, it.topic(), it.at())
                        .subject(it.organisation())
                        .step(it.step());
            case NoticeReopened it ->
                Happening.of(What.NOTICE_REOPENED, it.topic(), it.at()).subject(it.organisation());
            case NoticeAnswered it ->
                Happening.of(What.NOTICE_ANSWERED, it.topic(), it.at()).subject(it.organisation());
            case MatterReported it -> Happening.of(What.MATTER_REPORTED, it.topic(), it.at());
            case MatterUpdated it ->
                Happening.of(What.MATTER_UPDATED, it.topic(), it.at()).version(it.version());
            case MatterShared it ->
                Happening.of(What.MATTER_SHARED, it.topic(), it.at()).subject(it.organisation());
            case MatterMoved it ->
                Happening.of(What.MATTER_MOVED, it.topic(), it.at())
                        .step(it.status().name());
            case SharingProposed it -> Happening.of(What.SHARING_PROPOSED, it.topic(), it.at());
            case SupportAsked it ->
                Happening.of(What.SUPPORT_ASKED, it.topic(), it.at()).subject(it.organisation());
            case SupportReminded it ->
                Happening.of(What.SUPPORT_ASKED, it.topic(), it.at()).subject(it.organisation());
            case ImpactAsked it ->
                Happening.about(What.IMPACT_ASKED, it.inquiry(), null, it.at()).step(it.reminded() ? "reminder" : "");
            case SupportAnswered it -> Happening.of(What.SUPPORT_ANSWERED, it.topic(), it.at());
            case CopyAsked it -> Happening.of(What.COPY_ASKED, it.matter(), it.at());
            case CopyAnswered it -> Happening.of(What.COPY_ANSWERED, it.matter(), it.at());
            case SearchMatched it ->
                new Happening(What.SEARCH_MATCHED, it.topic(), it.search(), it.person(), null, "", it.at());
            case OnwardAsked it ->
                new Happening(What.ONWARD_ASKED, it.topic(), it.request(), it.by(), null, "", it.at());
            case OnwardAnswered it ->
                Happening.of(What.ONWARD_ANSWERED, it.topic(), it.at()).subject(it.request());
            case MatterLate it ->
                Happening.about(it.call() ? What.MATTER_CALL : What.MATTER_LATE, it.matter(), null, it.at())
                        .step(it.clock().name());
            case ReportMissed it -> Happening.about(What.REPORT_MISSED, it.missed(), null, it.at());
            case AdmissionAsked it -> Happening.about(What.ADMISSION_ASKED, it.community(), it.person(), it.at());
            case SeatTaken it
            when !it.by().equals(it.person()) -> Happening.about(What.SEAT_TAKEN, it.community(), it.person(), it.at());
            case LeadNamed it when it.leads() -> Happening.about(What.LEAD_NAMED, it.community(), it.person(), it.at());
            case AssetsAsked it -> Happening.about(What.ASSETS_ASKED, it.organisation(), null, it.at());
            case AssetsRegistered it -> Happening.about(What.ASSETS_REGISTERED, it.organisation(), null, it.at());
            case AssetsDeclined it -> Happening.about(What.ASSETS_DECLINED, it.organisation(), null, it.at());
            case AssetsEnding it ->
                Happening.about(it.ended() ? What.ASSETS_ENDED : What.ASSETS_ENDING, it.organisation(), null, it.at());
            case AssetRemoved it when it.byCentre() -> Happening.about(What.ASSET_REMOVED, it.asset(), null, it.at());
            case AssetNoLifted it -> Happening.about(What.ASSET_NO_LIFTED, it.asset(), it.by(), it.at());
            case ValuesTakenBack it -> Happening.about(What.VALUES_TAKEN_BACK, it.run(), null, it.at());
            case BlocklistPushed it -> Happening.about(What.BLOCKING_PUSHED, it.list(), null, it.at());
            case BlocklistTakenBack it -> Happening.about(What.BLOCKING_TAKEN_BACK, it.list(), null, it.at());
            case BlocklistReminded it -> Happening.about(What.BLOCKING_REMINDED, it.list(), null, it.at());
            case PermitAsked it -> Happening.about(What.PUSH_ASKED, it.permit(), null, it.at());
            case PermitAnswered it ->
                Happening.about(it.revoked() ? What.PUSH_REVOKED : What.PUSH_ANSWERED, it.permit(), null, it.at());
            case EnquiryMade it -> Happening.about(What.ENQUIRY_MADE, it.enquiry(), null, it.at());
            case ObjectGiven it -> Happening.about(What.OBJECT_GIVEN, it.collection(), null, it.at());
            case OpinionAsked it -> Happening.about(What.OPINION_ASKED, it.enquiry(), null, it.at());
            case OpinionReminded it -> Happening.about(What.OPINION_REMINDED, it.enquiry(), null, it.at());
            case OpinionGiven it -> Happening.about(What.OPINION_GIVEN, it.enquiry(), null, it.at());
            case OpinionOverdue it -> Happening.about(What.OPINION_OVERDUE, it.enquiry(), null, it.at());
            case EnquiryAnswered it -> Happening.about(What.ENQUIRY_ANSWERED, it.enquiry(), null, it.at());
            case WordsHeld it -> Happening.about(What.WORDS_HELD, it.organisation(), null, it.at());
            case DropsWait it -> Happening.about(What.DROPS_WAIT, it.mail(), null, it.at());
            case PersonAsked it -> Happening.about(What.PERSON_ASKED, it.organisation(), it.person(), it.at());
            case PersonReminded it -> Happening.about(What.PERSON_REMINDED, it.organisation(), it.person(), it.at());
            case AddressChanged it -> Happening.about(What.ADDRESS_CHANGED, it.person(), it.person(), it.at());
            case OrganisationAsked it -> Happening.about(What.ORGANISATION_ASKED, it.organisation(), null, it.at());
            case MoveAsked it -> Happening.about(What.MOVE_ASKED, it.to(), it.person(), it.at());
            case MoveDecided it ->
                Happening.about(
                        it.accepted() ? What.MOVE_ACCEPTED : What.MOVE_DECLINED, it.move(), it.person(), it.at());
            case PersonMoved it -> Happening.about(What.PERSON_MOVED, it.move(), it.person(), it.at());
            case CommunityLeft it -> Happening.about(What.MEMBER_LEFT, it.community(), it.person(), it.at());
            case SubstituteLeft it -> Happening.about(What.SUBSTITUTE_LEFT, it.organisation(), it.person(), it.at());
            case SubstitutionEnded it ->
                Happening.about(What.SUBSTITUTION_ENDED, it.organisation(), it.by(), it.at())
                        .step(it.substitution().toString());
            case WindowEmptied it -> Happening.about(What.WINDOW_EMPTIED, it.organisation(), null, it.at());
            default -> null;
        };
    }
}
