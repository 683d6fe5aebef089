package noroshi.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import noroshi.demo.Attendance.Visit;
import noroshi.demo.Demand.Share;
import noroshi.demo.Post.Issue;
import noroshi.demo.Usage.Opening;
import noroshi.topic.Level;

/** One day of reading: who of those present opens what, and when. */
final class ReadingDay {
    private static final int MINUTE = 60;
    /** Something important is usually opened within the hour: readers are called. */
    private static final double MEDIAN_IMPORTANT = 28 * MINUTE;

    private static final double MEDIAN_OTHER = 110 * MINUTE;
    private static final double AROUND = 30 * MINUTE;
    private static final double LATER = 150 * MINUTE;
    private static final int TRIES = 200;

    private final Days day;
    private final long morning;
    private final long midnight;
    private final List<Visit> visits;
    private final Map<Integer, Visit> byPerson = new HashMap<>();
    private final Map<String, Integer> opened = new HashMap<>();
    private final Shelves shelves;
    private final SplittableRandom chance;
    private final List<Opening> openings = new ArrayList<>();

    ReadingDay(Days day, List<Visit> visits, Shelves shelves, SplittableRandom chance) {
        this.day = day;
        this.morning = Calendar.start(day.date()).getEpochSecond();
        this.midnight = Calendar.start(day.date().plusDays(1)).getEpochSecond();
        this.visits = visits;
        this.shelves = shelves;
        this.chance = chance;
        visits.forEach(visit -> byPerson.put(visit.person.number(), visit));
    }

    List<Visit> visits() {
        return visits;
    }

    List<Opening> openings() {
        openings.sort(Comparator.comparingLong(Opening::second));
        return openings;
    }

    /** Who comments has read what they comment on. */
    void before(Remark remark) {
        var visit = byPerson.get(remark.author().number());
        if (visit == null) {
            throw new IllegalStateException(remark.author().login() + " writes, but is not there");
        }
        var published = remark.post().publishedAt().getEpochSecond();
        var written = remark.at().getEpochSecond();
        open(visit, remark.post(), Math.max(published + 20, written - MINUTE - chance.nextInt(4 * MINUTE)));
    }

    /** The window opens what was sent to it alone. */
    void notice(Notices.Sent notice) {
        var visit = Objects.requireNonNull(byPerson.get(notice.reader().number()));
        open(visit, notice.post(), notice.viewedAt().orElseThrow().getEpochSecond());
    }

    /** Whoever was told of a matter opens it. */
    void matter(Receipts.Look look) {
        var visit = Objects.requireNonNull(byPerson.get(look.reader().number()));
        open(visit, look.post(), look.at().getEpochSecond());
    }

    /** Opens the bulletin as often as the share says; those who have not read it come first. */
    void bulletin(Share share) {
        var left = share.times() - opened.getOrDefault(key(share.bulletin(), share.level()), 0);
        var readers = readers(share);
        for (int round = 0; left > 0; round++) {
            for (var reader : readers.subList(0, Math.min(left, readers.size()))) {
                open(reader, share.bulletin(), share.level(), moment(reader, share.bulletin(), round));
                left--;
            }
        }
    }

    private List<Visit> readers(Share share) {
        var post = share.bulletin();
        var readers = new ArrayList<>(visits.stream()
                .filter(visit -> post.circle().holds(visit.person))
                .toList());
        Collections.shuffle(readers, Random.from(chance));
        var organisations = new HashSet<String>();
        var order = new HashMap<Visit, Integer>();
        for (var reader : readers) {
            var own = Demand.levelOf(reader.person) == share.level();
            var fresh = shelves.unseen(reader.person, post);
            var first = own
                    && fresh
                    && organisations.add(reader.person.organisation().code());
            order.put(reader, first ? 0 : own && fresh ? 1 : own ? 2 : fresh ? 3 : 4);
        }
        readers.sort(Comparator.comparingInt(order::get));
        var own = readers.stream()
                .filter(reader -> Demand.levelOf(reader.person) == share.level())
                .count();
        return own * 3 >= share.times() ? readers.subList(0, (int) own) : readers;
    }

    private long moment(Visit reader, Post post, int round) {
        for (var issue : post.issues()) {
            var at = issue.at().getEpochSecond();
            if (round == 0 && at >= morning && at < midnight) {
                return afterIssue(issue, post.important());
            }
        }
        var from = Math.max(reader.since, post.publishedAt().getEpochSecond());
        return within(from, from + after(round == 0 ? AROUND : LATER));
    }

    /** Delays are log-normal: many at once, some hours later. */
    private long afterIssue(Issue issue, boolean important) {
        var at = issue.at().getEpochSecond();
        var median = important ? MEDIAN_IMPORTANT : MEDIAN_OTHER;
        return within(at, at + MINUTE + (long) (median * Math.exp(chance.nextGaussian())));
    }

    /** What would fall behind midnight happens some time before. */
    private long within(long from, long second) {
        return second < midnight ? second : from + (long) ((midnight - from) * chance.nextDouble());
    }

    private long after(double mean) {
        return (long) (-Math.log(1 - chance.nextDouble()) * mean);
    }

    /** The rest of the day's views go to what members wrote. */
    void fill() {
        for (var visit : visits) {
            if (visit.views == 0 && openings.size() < day.views()) {
                browse(visit);
            }
        }
        var tries = day.views() * TRIES;
        while (openings.size() < day.views() && tries-- > 0) {
            var place = Math.pow(chance.nextDouble(), 1.5) * visits.size();
            browse(visits.get((int) place));
        }
        if (openings.size() != day.views()) {
            throw new IllegalStateException(
                    day.date() + " has " + openings.size() + " views instead of " + day.views());
        }
    }

    private void browse(Visit visit) {
        var second = within(visit.since, visit.since + after(visit.views == 0 ? AROUND / 6 : AROUND * 2));
        shelves.choose(visit.person, second).ifPresent(post -> open(visit, post, second));
    }

    private void open(Visit visit, Post post, long second) {
        open(visit, post, post.bulletin() ? Demand.levelOf(visit.person) : Level.ALL, second);
    }

    private void open(Visit visit, Post post, Level level, long second) {
        visit.views++;
        visit.atLatest(Math.max(morning, second - 20 - chance.nextInt(2 * MINUTE)));
        shelves.opened(visit.person, post);
        opened.merge(key(post, level), 1, Integer::sum);
        openings.add(new Opening(post, level, visit.person, Math.max(morning, second)));
    }

    private static String key(Post post, Level level) {
        return post.code() + level;
    }
}
