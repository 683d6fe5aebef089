package noroshi.home;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Release;
import noroshi.bulletin.ReviewDesk;
import noroshi.community.Admissions;
import noroshi.community.Leaderless;
import noroshi.desk.DeskDuties;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.drop.DropDuties;
import noroshi.membership.Applications;
import noroshi.membership.Dormancy;
import noroshi.membership.Moves;
import noroshi.notice.DutyDesk;
import noroshi.notification.OwnMail;
import noroshi.sanitised.SanitisedCopies;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.topic.Entrustings;
import noroshi.topic.Forwarding;
import noroshi.topic.Unanswered;
import noroshi.watch.Handovers;
import org.springframework.stereotype.Component;

/** Gathers what waits for a decision of the reader, the most pressing first. */
@Component
class Duties {
    private static final String ROOM = "/bulletins/manuscripts";

    private final DutyDesk desk;
    private final AssetApprovals assets;
    private final Newsroom newsroom;
    private final ReviewDesk reviews;
    private final Applications applications;
    private final Admissions admissions;
    private final DeskDuties matters;
    private final Dormancy dormancy;
    private final Moves moves;
    private final Unanswered unanswered;
    private final Forwarding forwarding;
    private final SanitisedCopies copies;
    private final Handovers handovers;
    private final OwnMail mails;
    private final Leaderless leaderless;
    private final AssetRegister register;
    private final Blocklists blocklists;
    private final Confirmations confirmations;
    private final Entrustings entrustings;
    private final DropDuties drops;

    Duties(
            DutyDesk desk,
            AssetApprovals assets,
            Newsroom newsroom,
            ReviewDesk reviews,
            Applications applications,
            Admissions admissions,
            DeskDuties matters,
            Dormancy dormancy,
            Moves moves,
            Unanswered unanswered,
            Forwarding forwarding,
            SanitisedCopies copies,
            Handovers handovers,
            OwnMail mails,
            Leaderless leaderless,
            AssetRegister register,
            Blocklists blocklists,
            Confirmations confirmations,
            Entrustings entrustings,
            DropDuties drops) {
        this.drops = drops;
        this.entrustings = entrustings;
        this.register = register;
        this.mails = mails;
        this.leaderless = leaderless;
        this.blocklists = blocklists;
        this.confirmations = confirmations;
        this.handovers = handovers;
        this.dormancy = dormancy;
        this.moves = moves;
        this.unanswered = unanswered;
        this.forwarding = forwarding;
        this.copies = copies;
        this.matters = matters;
        this.assets = assets;
        this.newsroom = newsroom;
        this.reviews = reviews;
        this.applications = applications;
        this.admissions = admissions;
        this.desk = desk;
    }

    /** What waits, needed when everything else on the page has been asked for. */
    Supplier<List<Duty>> later(Actor actor) {
        var atDesk = matters.of(actor);
        var withoutAnswer = unanswered.count(actor);
        var handedOver = handovers.waiting(actor);
        var ending = register.endingLater(actor);
        var entrusted = entrustings.waiting(actor);
        return () -> of(atDesk.get(), withoutAnswer.get(), handedOver.get(), ending.get(), entrusted.get(), actor);
    }

    private List<Duty> of(
            DeskDuties.Waiting atDesk, int withoutAnswer, int handedOver, int ending, int entrusted, Actor actor) {
        var duties = new ArrayList<Duty>();
        if (actor.is(Role.WATCH_OFFICER)) {
            duties.add(new Duty("home.duty.calls", desk.calls(actor).size(), "/notices#calls"));
            duties.add(
                    new Duty("home.duty.empty-windows", desk.emptyWindows(actor).size(), "/notices#empty-windows"));
            duties.add(new Duty("home.duty.rechecks", desk.rechecks(actor), "/notices?show=recheck-due"));
            duties.add(new Duty("home.duty.assets", assets.waiting(actor), "/assets/approvals"));
        }
        duties.add(new Duty("home.duty.missed-reports", atDesk.missedReports(), "/desk/reports"));
        duties.add(new Duty("home.duty.drafted-reports", atDesk.draftedReports(), "/desk/reports"));
        duties.add(new Duty("home.duty.handovers", handedOver, "/desk/watch/sheets"));
        duties.add(new Duty("home.duty.desk-calls", atDesk.calls(), "/desk#calls"));
        duties.add(new Duty("home.duty.escalated", atDesk.escalated(), "/desk/reports"));
        duties.add(new Duty("home.duty.matters", atDesk.unacknowledged(), "/desk"));
        duties.add(new Duty("home.duty.impacts", atDesk.impacts(), "/desk#asked"));
        duties.add(new Duty("home.duty.help", atDesk.askedForHelp(), "/desk"));
        duties.add(new Duty("home.duty.proposals", atDesk.proposals(), "/desk"));
        duties.add(new Duty("home.duty.confirmations", atDesk.toConfirm(), "/desk"));
        duties.add(alone(
                "home.duty.copies",
                copies.waiting(actor).stream()
                        .map(matter -> matter.path() + "/copy")
                        .toList(),
                "/desk"));
        if (actor.is(Role.APPROVER)) {
            duties.add(alone(
                    "home.duty.overrides",
                    copies.toOverride(actor).stream().map(id -> ROOM + "/" + id).toList(),
                    ROOM));
            duties.add(new Duty("home.duty.second-reviews", secondReviews(actor), ROOM));
        }
        if (Newsroom.open(actor)) {
            duties.addAll(manuscripts(newsroom.manuscripts(actor), actor));
        }
        if (actor.is(Role.ADMINISTRATOR)) {
            duties.add(new Duty(
                    "home.duty.applications", applications.waiting(actor).size(), "/members/applications"));
        }
        duties.add(new Duty("home.duty.dormant", dormancy.waiting(actor), "/members/dormant"));
        duties.add(new Duty("home.duty.moves", moves.waiting(actor), "/members/moves"));
        duties.add(new Duty("home.duty.unreached", mails.waiting(actor), "/insight/mail")
                .settledBy("home.duty.unreached.act", "/insight/mail/again"));
        duties.add(new Duty("home.duty.ending-assets", ending, "/assets?show=expiring")
                .settledBy("home.duty.ending-assets.act", "/assets/renewal"));
        duties.add(new Duty("home.duty.blocklists", confirmations.waiting(actor), "/intel/blocklists#received"));
        if (actor.is(Role.WATCH_OFFICER) || actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR)) {
            duties.add(alone(
                    "home.duty.blocklists-late",
                    blocklists.late(actor).stream()
                            .map(id -> "/intel/blocklists/" + id)
                            .toList(),
                    "/intel/blocklists"));
        }
        var dropped = drops.heap(actor);
        duties.add(new Duty("home.duty.mailed", dropped.mailed(), "/intel/drop#mailbox"));
        duties.add(new Duty("home.duty.dropped", dropped.own(), "/intel/drop"));
        duties.add(new Duty("home.duty.onward", forwarding.waiting(actor).size(), "/topics/onward"));
        duties.add(new Duty(
                "home.duty.entrusted", entrusted, "/organisations/" + actor.organisation() + "/topics#entrusted"));
        duties.add(new Duty("home.duty.unanswered", withoutAnswer, "/topics/unanswered"));
        duties.add(new Duty("home.duty.leaderless", leaderless.waiting(actor), "/communities/leaderless"));
        duties.add(new Duty("home.duty.requests", admissions.waiting(actor), "/communities"));
        return duties.stream().filter(duty -> duty.count() > 0).toList();
    }

    private int secondReviews(Actor actor) {
        return (int) reviews.reviews(actor).stream()
                .filter(Duties::unreviewed)
                .filter(edition -> !edition.by().equals(actor.person())
                        && !edition.contributors().contains(actor.person()))
                .count();
    }

    private static boolean unreviewed(Edition edition) {
        return edition.release() instanceof Release.Urgent urgent
                && urgent.review().isEmpty();
    }

    private static List<Duty> manuscripts(List<Manuscript> all, Actor actor) {
        Predicate<Manuscript> inReview = it -> it.state() instanceof Manuscript.State.InReview;
        Predicate<Manuscript> approved = it -> it.state() instanceof Manuscript.State.Approved;
        Predicate<Manuscript> returned = it -> it.state() instanceof Manuscript.State.Returned;
        Predicate<Manuscript> mine = it -> it.contributors().contains(actor.person());
        Predicate<Manuscript> judged = it -> actor.is(Role.APPROVER) && it.secondPerson(actor.person());
        return List.of(
                duty("home.duty.reviews", all, inReview.and(judged), "/review"),
                duty("home.duty.approved", all, approved.and(mine), ""),
                duty("home.duty.returned", all, returned.and(mine), ""));
    }

    /** One alone is opened at once; of several, where they are listed. */
    private static Duty alone(String key, List<String> paths, String list) {
        return new Duty(key, paths.size(), paths.size() == 1 ? paths.getFirst() : list);
    }

    /** One alone is opened at once; several in the room. */
    private static Duty duty(String key, List<Manuscript> all, Predicate<Manuscript> wanted, String page) {
        var those = all.stream().filter(wanted).toList();
        return new Duty(
                key,
                those.size(),
                those.size() == 1 ? ROOM + "/" + those.getFirst().id() + page : ROOM);
    }
}
