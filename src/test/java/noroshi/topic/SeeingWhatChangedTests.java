package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.testing.Effort;
import noroshi.topic.Difference.Fate;
import noroshi.topic.Difference.Line;
import noroshi.topic.Difference.Summary;
import org.junit.jupiter.api.Test;

/** Readers of a new version see at a glance what is new, what is gone and what was reworded. */
class SeeingWhatChangedTests {
    @Test
    void showsLinesThatCameAndWent() {
        assertThat(shown("一行目\n二行目\n三行目", "一行目\n三行目\nまったく新しい行")).isEqualTo("""
                 一行目
                -二行目
                 三行目
                +まったく新しい行""");
    }

    @Test
    void showsWordsInsideAChangedLine() {
        assertThat(shown("通信先は192.0.2.7です。", "通信先は192.0.2.8です。")).isEqualTo("~通信先は192.0.2.[-7-][+8+]です。");
        assertThat(shown("サーバーの障害は復旧しました。", "サーバーの障害は継続しています。")).isEqualTo("~サーバーの障害は[-復旧しました-][+継続しています+]。");
        assertThat(shown("影響を受ける製品は A です。", "影響を受ける製品は A と B です。")).isEqualTo("~影響を受ける製品は A [+と B +]です。");
    }

    @Test
    void pairsAReworkedLineWithItsOldSelf() {
        assertThat(shown("概要\n攻撃者は添付ファイルを送ります。", "概要\n新しい段落です。\n攻撃者は添付ファイルとリンクを送ります。"))
                .isEqualTo("""
                 概要
                +新しい段落です。
                ~攻撃者は添付ファイル[+とリンク+]を送ります。""");
    }

    @Test
    void countsTheChanges() {
        var difference = Difference.between("a\nb\nvery same words here\nd", "a\nvery same words there\nd\ne\nf");
        assertThat(difference.summary()).isEqualTo(new Summary(2, 1, 1));
        assertThat(Difference.between("同じ", "同じ").summary()).matches(Summary::isNone);
    }

    @Test
    void leavesOutWhatDidNotChange() {
        var before = IntStream.range(0, 100).mapToObj(i -> "行" + i).collect(Collectors.joining("\n"));
        var difference = Difference.between(before, before.replace("行50\n", "")).near(2);
        assertThat(difference.lines())
                .startsWith(new Line.Skipped(48), new Line.Kept("行48"))
                .endsWith(new Line.Kept("行52"), new Line.Skipped(47))
                .hasSize(7);
        assertThat(Difference.between(before, before).near(2).lines()).containsExactly(new Line.Skipped(100));
    }

    @Test
    void doesNotMindLineEndingsAndTrailingSpace() {
        assertThat(Difference.between("a\r\nb  \r\n", "a\nb").summary()).matches(Summary::isNone);
    }

    @Test
    void startsFromNothingAndEndsInNothing() {
        assertThat(shown("", "新しい")).isEqualTo("+新しい");
        assertThat(shown("古い", "")).isEqualTo("-古い");
        assertThat(shown("", "")).isEmpty();
        assertThat(shown("\n\n", "\n")).isEqualTo(" \n-");
    }

    @Test
    void alwaysTellsTheWholeStory() {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++) {
            var before = text(random);
            var after = random.nextBoolean() ? text(random) : edited(before, random);
            var difference = Difference.between(before, after);
            assertThat(side(difference, Fate.ADDED)).isEqualTo(before.lines().toList());
            assertThat(side(difference, Fate.REMOVED)).isEqualTo(after.lines().toList());
        }
    }

    @Test
    void findsTheShortestWay() {
        var random = new Random(6);
        for (var round = 0; round < 2_000; round++) {
            var old = random.ints(random.nextInt(12), 0, 3).boxed().toList();
            var young = random.ints(random.nextInt(12), 0, 3).boxed().toList();
            var kept = Edits.between(old, young).stream()
                    .filter(Edits.Edit::kept)
                    .mapToInt(edit -> edit.oldEnd() - edit.oldStart())
                    .sum();
            assertThat(kept).as(old + " → " + young).isEqualTo(longestCommon(old, young));
        }
    }

    @Test
    void hugeRewritesAreShownCoarselyButSoon() {
        var before = IntStream.range(0, 60_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 60_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        var line = "語".repeat(100_000);
        var effort = Effort.begun();
        assertThat(Difference.between(before, after).near(3).summary()).isEqualTo(new Summary(60_000, 60_000, 0));
        Difference.between(line, line + "。" + line);
        Difference.between("あ1".repeat(50_000), "い1".repeat(50_000));
        Difference.between("a b\n".repeat(40_000), "b a\n".repeat(40_000));
        assertThat(effort.soFar()).isLessThan(Duration.ofSeconds(5));
    }

    private static int longestCommon(List<Integer> old, List<Integer> young) {
        var best = new int[old.size() + 1][young.size() + 1];
        for (var i = 1; i <= old.size(); i++) {
            for (var j = 1; j <= young.size(); j++) {
                best[i][j] = old.get(i - 1).equals(young.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[old.size()][young.size()];
    }

    private static String text(Random random) {
        var words = List.of("攻撃", "サーバー", "の", "が", "ios", " ", "1", "。", "障害", "😀", "é", "カ\u3099", "a");
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(_ -> IntStream.range(0, 1 + random.nextInt(8))
                                .mapToObj(_ -> words.get(random.nextInt(words.size())))
                                .collect(Collectors.joining())
                        + "|")
                .collect(Collectors.joining("\n"));
    }

    private static String edited(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + "改" + text.substring(Math.min(text.length(), at + random.nextInt(3)));
    }

    /** One of the two texts, read from the difference: everything but what the other has alone. */
    private static List<String> side(Difference difference, Fate without) {
        var lines = new ArrayList<String>();
        for (var line : difference.lines()) {
            switch (line) {
                case Line.Kept kept -> lines.add(kept.text());
                case Line.Added added when without != Fate.ADDED -> lines.add(added.text());
                case Line.Removed removed when without != Fate.REMOVED -> lines.add(removed.text());
                case Line.Changed changed ->
                    lines.add(changed.segments().stream()
                            .filter(segment -> segment.fate() != without)
                            .map(Difference.Segment::text)
                            .collect(Collectors.joining()));
                case Line.Added _, Line.Removed _, Line.Skipped _ -> {}
            }
        }
        return lines;
    }

    private static String shown(String before, String after) {
        return Difference.between(before, after).lines().stream()
                .map(SeeingWhatChangedTests::shown)
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Line line) {
        return switch (line) {
            case Line.Kept kept -> " " + kept.text();
            case Line.Added added -> "+" + added.text();
            case Line.Removed removed -> "-" + removed.text();
            case Line.Skipped skipped -> "…" + skipped.count();
            case Line.Changed changed ->
                "~"
                        + changed.segments().stream()
                                .map(segment -> switch (segment.fate()) {
                                    case KEPT -> segment.text();
                                    case ADDED -> "[+" + segment.text() + "+]";
                                    case REMOVED -> "[-" + segment.text() + "-]";
                                })
                                .collect(Collectors.joining());
        };
    }
}
