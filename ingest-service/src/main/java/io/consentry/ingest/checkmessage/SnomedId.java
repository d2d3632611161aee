package io.consentry.ingest.checkmessage;

import org.jspecify.annotations.Nullable;

/**
 * The check digit of SNOMED CT identifiers: 6 to 18 digits, the last by Verhoeff's scheme over the dihedral group of ten.
 *
 * <p>Source: SNOMED CT release file specification, component identifiers. dm+d codes are such identifiers too.
 */
final class SnomedId {

    private static final int[][] MULTIPLY = multiplication();
    private static final int[] PERMUTE_ONCE = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int[][] PERMUTE = permutations();

    private SnomedId() {}

    static boolean hasItsCheckDigit(@Nullable String id) {
        if (id == null || !id.matches("[1-9][0-9]{5,17}")) {
            return false;
        }
        int check = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(id.length() - 1 - i) - '0';
            check = MULTIPLY[check][PERMUTE[i % PERMUTE.length][digit]];
        }
        return check == 0;
    }

    /** The dihedral group of the pentagon: 0 to 4 turn it, 5 to 9 turn it over. */
    private static int[][] multiplication() {
        int[][] table = new int[10][10];
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < 10; b++) {
                int turn = a < 5 ? a + b % 5 : a - b % 5 + 5;
                table[a][b] = turn % 5 + (a < 5 == b < 5 ? 0 : 5);
            }
        }
        return table;
    }

    private static int[][] permutations() {
        int[][] table = new int[8][10];
        for (int digit = 0; digit < 10; digit++) {
            table[0][digit] = digit;
        }
        for (int row = 1; row < table.length; row++) {
            for (int digit = 0; digit < 10; digit++) {
                table[row][digit] = PERMUTE_ONCE[table[row - 1][digit]];
            }
        }
        return table;
    }
}
