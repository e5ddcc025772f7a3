/** The emoji people and apps use most, by the short names Slack gives them; others are shown by their name. */

const GROUPS = {
  face: 'smile 😄,grinning 😀,smiley 😃,blush 😊,wink 😉,joy 😂,laughing 😆,sweat_smile 😅,slightly_smiling_face 🙂,upside_down_face 🙃,thinking_face 🤔,neutral_face 😐,expressionless 😑,unamused 😒,cry 😢,sob 😭,scream 😱,rage 😡,angry 😠,sunglasses 😎,heart_eyes 😍,kissing_heart 😘,stuck_out_tongue 😛,sleeping 😴,mask 😷,face_with_thermometer 🤒,face_with_head_bandage 🤕,sneezing_face 🤧,exploding_head 🤯,hugging_face 🤗,saluting_face 🫡,nerd_face 🤓,zipper_mouth_face 🤐,confused 😕,worried 😟,disappointed 😞,relieved 😌,robot_face 🤖,ghost 👻,skull 💀',
  hand: 'skin-tone-2 🏻,skin-tone-3 🏼,skin-tone-4 🏽,skin-tone-5 🏾,skin-tone-6 🏿,+1 👍,thumbsup 👍,-1 👎,thumbsdown 👎,ok_hand 👌,wave 👋,raised_hand ✋,raised_hands 🙌,clap 👏,pray 🙏,muscle 💪,point_right 👉,point_left 👈,point_up ☝️,point_up_2 👆,point_down 👇,handshake 🤝,v ✌️,writing_hand ✍️,eyes 👀,bust_in_silhouette 👤,busts_in_silhouette 👥,man-raising-hand 🙋‍♂️,woman-raising-hand 🙋‍♀️,raising_hand 🙋,runner 🏃,walking 🚶',
  sign: 'white_check_mark ✅,heavy_check_mark ✔️,ballot_box_with_check ☑️,x ❌,negative_squared_cross_mark ❎,heavy_multiplication_x ✖️,warning ⚠️,exclamation ❗,question ❓,grey_question ❔,grey_exclamation ❕,no_entry ⛔,no_entry_sign 🚫,octagonal_sign 🛑,information_source ℹ️,bangbang ‼️,red_circle 🔴,large_orange_circle 🟠,large_yellow_circle 🟡,large_green_circle 🟢,large_blue_circle 🔵,large_purple_circle 🟣,white_circle ⚪,black_circle ⚫,heavy_plus_sign ➕,heavy_minus_sign ➖,arrow_right ➡️,arrow_left ⬅️,arrow_up ⬆️,arrow_down ⬇️,arrows_counterclockwise 🔄,repeat 🔁,fast_forward ⏩,leftwards_arrow_with_hook ↩️,arrow_right_hook ↪️,new 🆕,free 🆓,sos 🆘,ok 🆗,up 🆙,100 💯,zzz 💤,one 1️⃣,two 2️⃣,three 3️⃣,four 4️⃣,five 5️⃣,hash #️⃣',
  thing:
    'bell 🔔,no_bell 🔕,loudspeaker 📢,mega 📣,speech_balloon 💬,thought_balloon 💭,memo 📝,pencil 📝,pencil2 ✏️,clipboard 📋,page_facing_up 📄,page_with_curl 📃,bookmark_tabs 📑,books 📚,book 📖,open_book 📖,notebook 📓,ledger 📒,card_index 📇,file_folder 📁,open_file_folder 📂,card_file_box 🗃️,wastebasket 🗑️,calendar 📆,date 📅,spiral_calendar_pad 🗓️,clock8 🕗,clock9 🕘,alarm_clock ⏰,stopwatch ⏱️,hourglass ⌛,hourglass_flowing_sand ⏳,watch ⌚,mag 🔍,link 🔗,paperclip 📎,pushpin 📌,round_pushpin 📍,lock 🔒,unlock 🔓,key 🔑,hammer 🔨,wrench 🔧,gear ⚙️,scales ⚖️,balance_scale ⚖️,bar_chart 📊,chart_with_upwards_trend 📈,chart_with_downwards_trend 📉,moneybag 💰,money_with_wings 💸,yen 💴,credit_card 💳,receipt 🧾,package 📦,truck 🚚,car 🚗,bus 🚌,train 🚆,airplane ✈️,house 🏠,office 🏢,hospital 🏥,factory 🏭,school 🏫,convenience_store 🏪,telephone_receiver 📞,phone ☎️,iphone 📱,computer 💻,desktop_computer 🖥️,printer 🖨️,email ✉️,envelope ✉️,inbox_tray 📥,outbox_tray 📤,mailbox 📫,newspaper 📰,bulb 💡,battery 🔋,electric_plug 🔌,camera 📷,movie_camera 🎥,door 🚪,ticket 🎫,label 🏷️,shield 🛡️,umbrella ☂️,thermometer 🌡️,pill 💊,syringe 💉,coffee ☕,tea 🍵,cake 🍰,beer 🍺',
  joy: 'tada 🎉,confetti_ball 🎊,gift 🎁,trophy 🏆,medal 🏅,first_place_medal 🥇,second_place_medal 🥈,third_place_medal 🥉,star ⭐,star2 🌟,sparkles ✨,fire 🔥,rocket 🚀,rainbow 🌈,sunny ☀️,cloud ☁️,partly_sunny ⛅,rain_cloud 🌧️,snowflake ❄️,zap ⚡,crescent_moon 🌙,earth_asia 🌏,seedling 🌱,deciduous_tree 🌳,four_leaf_clover 🍀,bouquet 💐,rose 🌹,cherry_blossom 🌸,heart ❤️,orange_heart 🧡,yellow_heart 💛,green_heart 💚,blue_heart 💙,purple_heart 💜,broken_heart 💔,boom 💥,dart 🎯,palm_tree 🌴,beach_with_umbrella 🏖️,desert_island 🏝️,checkered_flag 🏁,triangular_flag_on_post 🚩,crossed_flags 🎌,cn 🇨🇳',
};

const BY_NAME = new Map(
  Object.values(GROUPS).flatMap(group =>
    group.split(',').map(pair => {
      const space = pair.indexOf(' ');
      return /** @type {[string, string]} */ ([pair.slice(0, space), pair.slice(space + 1)]);
    }),
  ),
);

/**
 * Whether the short name (without colons) stands for a picture.
 * @param {string} name
 */
export function isEmoji(name) {
  return BY_NAME.has(name);
}

/**
 * The character for a short name; the name between colons when it is not known.
 * @param {string} name
 */
export function emojiCharacter(name) {
  return BY_NAME.get(name) ?? `:${name}:`;
}

/** The first short name of each character, with and without the mark that asks for a picture. */
const BY_CHARACTER = new Map(
  [...BY_NAME].reverse().flatMap(([name, character]) => [
    [character, name],
    [character.replace('\uFE0F', ''), name],
  ]),
);
const KNOWN = new RegExp(
  `(${[...BY_CHARACTER.keys()].sort((one, other) => other.length - one.length).join('|')})\uFE0F?([\u{1F3FB}-\u{1F3FF}])?`,
  'gu',
);

/**
 * The text with the known emoji written as short names between colons, as Slack passes them on.
 * @param {string} text
 */
export function withEmojiNames(text) {
  return text.replace(KNOWN, (_, character, tone) => {
    const skin = tone ? `:skin-tone-${tone.codePointAt(0) - 0x1f3f9}:` : '';
    return `:${BY_CHARACTER.get(character)}:${skin}`;
  });
}
