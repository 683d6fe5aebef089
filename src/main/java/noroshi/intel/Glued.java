package noroshi.intel;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where names and addresses begin and end among Japanese words, which have no spaces around them. A name with Japanese
 * letters is read as a whole: its end alone would be somebody else's name.
 */
final class Glued {
    /** What a name may hold, as the inside of a class of letters. */
    static final String LETTERS = "\\p{L}\\p{M}\\p{Nd}\u30FB";

    private static final Pattern RUN = Pattern.compile("[" + LETTERS + "_.-]++");
    private static final Pattern PARTICLE = Pattern.compile(".*(?:[はがをにとでへもや]|から|より|まで)", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile(".*[^ぁ-ゖ].*(?:した|った|です|ます|する|れる|いる|ある|ない)", Pattern.DOTALL);
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern ENDING = Pattern.compile("[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    /** Endings of names in Japanese and Chinese letters; behind a dot, other such words begin the next sentence. */
    private static final Set<String> ENDINGS = Set.of(
            "みんな", "コム", "グーグル", "ストア", "セール", "クラウド", "ファッション", "ポイント", "アマゾン", "家電", "食品", "書籍", "テスト", "中国", "中國",
            "台湾", "台灣", "香港", "公司", "网络", "網路", "在线", "中文网", "网址", "商城", "集团", "网站", "我爱你", "公益", "商标", "商店", "企业",
            "娱乐", "游戏", "移动", "信息", "时尚", "购物", "网店", "餐厅", "健康", "招聘", "新闻", "手机", "닷컴", "닷넷", "한국", "삼성");

    private Glued() {}

    /** The text with spaces where words are glued to names; everything stays in its place. */
    static StringBuilder apart(CharSequence text) {
        var apart = new StringBuilder(text);
        var runs = RUN.matcher(text);
        while (runs.find()) {
            names(text, runs.start(), runs.end(), apart);
        }
        return apart;
    }

    private static void names(CharSequence text, int from, int to, StringBuilder apart) {
        var start = from;
        var words = -1;
        for (var i = from; i < to; i++) {
            if (isJapanese(text, i)) {
                words = words < 0 ? i : words;
            } else if (words >= 0) {
                if (text.charAt(i) == '.'
                        && SENTENCE.matcher(last(text, words, i)).matches()) {
                    blank(apart, end(text, start, i), i + 1);
                    start = i + 1;
                } else if (text.charAt(i) < 0x80
                        && Character.isLetterOrDigit(text.charAt(i))
                        && areWords(text, words, i)) {
                    blank(apart, end(text, start, i), i);
                    start = i;
                }
                words = -1;
            }
        }
        var end = end(text, start, to);
        if (end < to) {
            blank(apart, end, to);
        }
    }

    /** Whether these letters before a name are words of the sentence: they end as words do and names seldom. */
    private static boolean areWords(CharSequence text, int from, int to) {
        if (UnicodeScript.of(text.charAt(to - 1)) != UnicodeScript.HIRAGANA) {
            return text.charAt(to - 1) == '・' && text.charAt(from) == '・';
        }
        var before = last(text, from, to);
        return PARTICLE.matcher(before).matches()
                || before.chars().anyMatch(letter -> UnicodeScript.of(letter) != UnicodeScript.HIRAGANA);
    }

    private static CharSequence last(CharSequence text, int from, int to) {
        return text.subSequence(Math.max(from, to - 40), to);
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (var i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** Where the name ends that begins there; where it begins if it is none. */
    static int end(CharSequence text, int from, int to) {
        var end = to;
        while (end > from) {
            var label = end;
            while (label > from && text.charAt(label - 1) != '.') {
                label--;
            }
            var words = label;
            while (words < end && !isJapanese(text, words)) {
                words++;
            }
            if (words == end && words > label
                    || ENDINGS.contains(text.subSequence(label, end).toString())) {
                return end;
            }
            if (words > label) {
                var isEnd = ENDING.matcher(text.subSequence(label, words)).matches()
                        || DIGITS.matcher(text.subSequence(Math.max(from, words - 20), words))
                                .matches();
                return isEnd ? words : end;
            }
            end = label - 1;
        }
        return from;
    }

    /** Where the address ends whose host begins there. */
    static int endOfUrl(CharSequence text, int from, int longest) {
        var limit = Math.min(text.length(), from + longest);
        var path = from;
        var host = from;
        var ascii = true;
        while (path < limit && isOfUrl(text, path) && "/?#".indexOf(text.charAt(path)) < 0) {
            host = text.charAt(path) == '@' && ascii ? path + 1 : host;
            ascii &= text.charAt(path) < 0x80;
            path++;
        }
        if (!ascii) {
            var name = host;
            while (name < path && isOfName(text, name)) {
                name++;
            }
            var end = end(text, host, name);
            if (end < name) {
                return end;
            }
            while (name < path && text.charAt(name) < 0x80) {
                name++;
            }
            if (name < path) {
                return name;
            }
        }
        return endOfPath(text, path, limit);
    }

    private static int endOfPath(CharSequence text, int from, int limit) {
        var i = from;
        while (i < limit && isOfUrl(text, i)) {
            var words = i;
            while (words < limit && isJapanese(text, words)) {
                words++;
            }
            if (words > i && !belongs(text, i, words)) {
                return i;
            }
            i = Math.max(words, i + 1);
        }
        return i;
    }

    /** Japanese letters begin a part of a path, or stand before another; else the sentence goes on. */
    private static boolean belongs(CharSequence text, int from, int to) {
        var begins = "/=?&#-_.".indexOf(text.charAt(from - 1)) >= 0
                && UnicodeScript.of(text.charAt(from)) != UnicodeScript.HIRAGANA;
        return begins
                || to + 1 < text.length()
                        && "/?=&._-%".indexOf(text.charAt(to)) >= 0
                        && (text.charAt(to) == '/' || text.charAt(to + 1) < 0x80)
                        && isOfName(text, to + 1);
    }

    private static boolean isOfUrl(CharSequence text, int at) {
        var letter = text.charAt(at);
        return letter < 0x80
                ? letter > ' ' && letter < 0x7F && "\"'<>`{}|\\^".indexOf(letter) < 0
                : letter != '・' && isOfName(text, at);
    }

    private static boolean isOfName(CharSequence text, int at) {
        var letter = point(text, at);
        return switch (Character.getType(letter)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> letter == '_' || letter == '.' || letter == '-' || letter == '・';
        };
    }

    /** Letters of the languages whose sentences have names without spaces around them. */
    private static boolean isJapanese(CharSequence text, int at) {
        var letter = point(text, at);
        if (letter < 0x1100) {
            return false;
        }
        return switch (UnicodeScript.of(letter)) {
            case HIRAGANA, KATAKANA, HAN, HANGUL -> true;
            default -> letter == 'ー' || letter == 'ｰ' || letter == '・';
        };
    }

    private static int point(CharSequence text, int at) {
        var letter = text.charAt(at);
        return Character.isLowSurrogate(letter)
                ? Character.codePointBefore(text, at + 1)
                : Character.codePointAt(text, at);
    }
}
