/** What every test starts with. */
import '@tiaoli/workspace/testing/unheard';
