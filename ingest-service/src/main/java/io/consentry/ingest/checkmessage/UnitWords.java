package io.consentry.ingest.checkmessage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hl7.fhir.dstu3.model.Quantity;

/**
 * What the units of common measurements are called, beside their UCUM codes. Only what is surely another unit is one:
 * names and codes that do not stand here contradict nothing.
 */
final class UnitWords {

    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern END = Pattern.compile("(\\.|\\(s\\))$");
    private static final Map<String, String> BY_NAME = new HashMap<>();
    private static final Map<String, String> BY_CODE = new HashMap<>();

    static {
        unit(List.of("kg"), "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes");
        unit(List.of("g"), "g", "gram", "grams", "gramme", "grammes");
        unit(List.of("[lb_av]"), "lb", "lbs", "pound", "pounds");
        unit(List.of("[stone_av]"), "st", "stone", "stones");
        unit(List.of("m"), "m", "metre", "metres", "meter", "meters");
        unit(List.of("cm"), "cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters");
        unit(List.of("mm"), "mm", "millimetre", "millimetres", "millimeter", "millimeters");
        unit(List.of("[in_i]"), "in", "inch", "inches");
        unit(List.of("[ft_i]"), "ft", "foot", "feet");
        unit(
                List.of("Cel"),
                "c",
                "\u00b0c",
                "cel",
                "degc",
                "deg c",
                "celsius",
                "centigrade",
                "degree celsius",
                "degrees celsius",
                "degrees centigrade");
        unit(
                List.of("[degF]"),
                "f",
                "\u00b0f",
                "degf",
                "deg f",
                "fahrenheit",
                "degree fahrenheit",
                "degrees fahrenheit");
        unit(
                List.of("mm[Hg]"),
                "mmhg",
                "mm hg",
                "mm[hg]",
                "millimetre of mercury",
                "millimetres of mercury",
                "millimeter of mercury",
                "millimeters of mercury");
        unit(List.of("kPa"), "kpa", "kilopascal", "kilopascals");
        unit(List.of("mmol/L", "mmol/l"), "mmol/l", "millimole per litre", "millimoles per litre");
        unit(List.of("mg/dL", "mg/dl"), "mg/dl", "milligram per decilitre", "milligrams per decilitre");
        unit(List.of("mmol/mol"), "mmol/mol", "millimole per mole", "millimoles per mole");
        unit(List.of("%"), "%", "percent", "per cent");
        unit(List.of("kg/m2"), "kg/m2", "kg/m\u00b2", "kg/m^2");
        unit(List.of("{beats}/min", "/min"), "bpm", "beats/min", "beats/minute", "beats per minute", "/min");
    }

    private UnitWords() {}

    private static void unit(List<String> codes, String... names) {
        codes.forEach(code -> BY_CODE.put(code, codes.get(0)));
        for (String name : names) {
            BY_NAME.put(name, codes.get(0));
        }
    }

    /** Whether a quantity is in one unit by its words and in another by its code. */
    static boolean contradictTheCode(Quantity quantity) {
        String words = quantity.getUnit();
        String byCode = BY_CODE.get(quantity.getCode());
        if (words == null || byCode == null) {
            return false;
        }
        String byName = BY_NAME.get(plain(words));
        return byName != null && !byName.equals(byCode);
    }

    /** In small letters, with single spaces, without the marks of a short form or of a plural that may be one. */
    private static String plain(String words) {
        String spaced = SPACES.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return END.matcher(spaced).replaceFirst("");
    }
}
