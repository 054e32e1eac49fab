"""Lines that say who wrote, edited, pictured or passed on a story: the shapes they come in."""

import re

CREDIT = re.compile(
    r"""
      © | \(c\)\s (?= \d{4} | (?:[A-Z][^\s;,]*\s?){1,5}$ )
    | (?:Photo|PHOTO|photo|Foto|FOTO|Фото|Image|Picture|Video|Credit|Crédit|Bild|Zdjęcie)s? (?:\sphotos?)? \s?
      (?: [:/©] | by\s | [Cc]redit | [Cc]ourtesy | [Ss]ource )
    | (?:AP|AFP|EPA|EFE|REUTERS|Reuters|TASS|Sputnik|Xinhua|Getty\sImages|RIA\sNovosti|Anadolu) \s?
      (?: Photo | Images? | / )
    | (?:(?:Titel|Beitrags|Symbol)(?:bild|foto)|Bildquelle|Bildnachweis)\s?:
    | Courtesy\s(?:of|photo) | File\sphoto | FILE\sPHOTO | FILE\s[-–—]
    | (?:[A-Z][\w.'’-]+\s){1,4} / \s (?:AP|AFP|EPA|Reuters|REUTERS|Getty(?:\sImages)?) $
    """,
    re.X,
)  # © Jane Doe/TASS; AP Photo/Jane Doe; Photo: REUTERS/Jane Doe; REUTERS/Jane Doe; Jane Doe / AP

# © 2019 The Paper. All rights …; Copyright The Paper 2019
RIGHTS = re.compile(r"(?:Copyright\s|©|\(c\)\s?(?=\d{4}))[^.]{0,60}\b(?:19|20)\d\d\b|(?:19|20)\d\d\s?©", re.I)

# — Ada Holm (@adaholm) March 4, 2019
TWEET_SIGNED = re.compile(r"[—–-]\s?.{2,60}\(@\w{1,20}\)")

# WordPress, below a story in its feed and in its copies
APPEARED = re.compile(r"The post .{1,300} (?:first appeared on|appeared first on) .{1,100}")

_SELLER = (
    r"(?:AP|AFP|EPA|EFE|UPI|Reuters|REUTERS|Xinhua|TASS|Sputnik|Getty(?:\sImages)?|Anadolu|Bloomberg|Unsplash|Shutterstock"
    r"|Flickr|Pexels|iStock|Wikimedia(?:\sCommons)?|Handout|handout|File|Pool|POOL|Photo|photo|Yonhap|Kyodo|Presidency)"
)
_PICTURE = r"(?:PHOTO|Photo|Photograph|Picture|Image)s?(?:\s?[:/]|\s(?:BY|by|[Cc]redit|[Cc]ourtesy)\b:?)"
CREDIT_AT_END = re.compile(
    rf"""
      \( (?: [^()/\d]{{2,50}} / [^()\d]{{2,50}} | (?:[^()/]{{0,40}}\b)? {_SELLER} (?:\b[^()/]{{0,40}})? ) \) $
    | [.!?]["”’]?\s (?:[A-Z][\w.'’-]+\s){{1,4}} / \s? {_SELLER} (?:\svia\sAP)? $
    | [.!?]["”’]?\s (?:AP|AFP|EPA|EFE|Reuters|REUTERS|Getty(?:\sImages)?) $
    | [.!?]["”’]?\s (?:File\s)?(?:[Pp]hoto\sby\s)? [^.!?|]{{2,50}} \s\|\s License\s[Pp]hoto $
    | [.!?]["”’]?\s+\|?\s? {_PICTURE} [^!?]{{2,40}} (?<!\.) $
    | [\[(] {_PICTURE} [^\[\]()]{{2,60}} [\])] $
    """,
    re.X,
)  # The ministers in Geneva. (Jane Doe/AFP); A street in Aden. Jane Doe/Reuters; … [Photo: Jane Doe]

PICTURED_BY = re.compile(
    rf"(?:[A-Z][\w.'’-]+\s){{1,4}}(?:[A-Z][\w.'’-]+)?(?:/\s?{_SELLER})+"
)  # Jane Doe / AP

POSTED = re.compile(
    r"""
      (?:This|Dieser|Cet|Este|Esta|Questo) \s (?P<sentence>[^\W\d]{3,10}) \s
      (?:was|wurde|a\sété|fue|foi|è\sstato) \s (?: [^\W\d]{5,14} \s )? (?: (?:on|am|le|el|em|il) \s )?
    | (?:Posted|Published|Veröffentlicht|Erstellt|Geschrieben|Eingestellt|Publié|Posté|Publicado|Postado
        |Pubblicato|Gepubliceerd|Geplaatst|Opublikowano|Опубликовано)
      (?: \s (?:on|am|le|el|em|il|op|dnia) )? :? \s
    """,
    re.X,
)  # This entry was posted on …; Dieser Artikel wurde am …; Publié le …

VIDEO_CREDIT = re.compile(r"\d{1,2}:\d\d\s[-–—|]\sSource:?\s[^.]{2,40}")  # 01:22 - Source: The Network

CAPTION = re.compile(
    r"""
      File\sphoto | FILE\sPHOTO | \[?FILE\] | FILE\s[-–—] | Illustrati(?:on|ve) | Archive\sphoto
    | (?:Image|Photo|PHOTO|Picture|Pictured|Caption)\s?:
    | (?:In|A|An|This)\s(?:this\s|the\s)?(?:undated\s|handout\s|combination\s)?(?:file\s)?
      (?:photo|image|picture)\b
    """,
    re.X,
)  # In this file photo, …
CAPTION_WITHIN = re.compile(
    r"""
      \s\((?:L|R|C|left|right|cent(?:er|re)|2nd\s[LR])\)
    | \b(?=[iagpwls]) (?:
        (?:is|are)\s(?:seen|pictured|shown)\s
        (?:in|at|on|during|with|after|as\s(?:he|she|it|they)|before|near)\s
      | (?:gestures|poses?|waves|looks?\son|shakes?\shands|speaks\sto\s(?:the\s)?(?:media|reporters|press)
        |addresses\s(?:the\s)?media|arrives?\sfor)\s(?:during|at|as|in|with|for|after|before|next\sto|prior\sto|while|outside)\s
      | (?:speaks|attends|listens)\s(?:during|at|to)\s a\s )
    """,
    re.X,
)  # The minister gestures during a briefing.
# A line without any of these is no such caption; looking for them first is ten times as fast.
CAPTIONED = (
    "(", "seen", "pictured", "shown", "gestures", "pose", "waves", "look", "shake", "speaks", "addresses",
    "arrive", "attends", "listens",
)  # fmt: skip

_WHO = r"[A-Z][\w.'’-]*(?:[ ](?:[A-Z][\w.'’-]*|de|van|von|der|al-\w+|bin|and|&|with|in|for|at|of|the)){0,14}"
BYLINE = re.compile(
    rf"""
      (?:[Bb]y|BY)\s {_WHO} (?:\sstaff|\sreporters?)? (?: \s?[,|/•·–-]\s? {_WHO} ){{0,4}}
    | (?:Text|Story|Words|Author|Written|Posted|Published|Submitted|Compiled|Edited|Reported)\s?
      (?::|by\b) .{{2,80}}
    | {_WHO} \s?\|\s? {_WHO} (?: \s?\|\s? {_WHO} )?
    | {_WHO}, \s (?:(?:[Dd]iplomatic\s)?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor)|[Ss]taff\s[Ww]riter
        |[Cc]hief\s.{{3,40}})
    """,
    re.X,
)  # By Jane Doe and John Roe in Geneva; Jane Doe | The Paper

SOURCE = re.compile(r"(?:[Ss]ources?|SOURCE|Via|Read the original at|From)\s?:\s?(?P<name>.{2,80})")
REPUBLISHED = re.compile(
    r"""
    (?: This\s(?:article|story|piece|report|interview)\s(?:was\s|has\sbeen\s)?(?:first\s|originally\s)?
        (?:appeared|published|posted|republished|provided)
      | Originally\s(?:published|appeared|posted) | First\spublished | Re-?published | Reprinted )\s
    (?:(?:first|originally|here)\s){0,2} (?: (?:by|in|on|at|from|with\spermission\s(?:of|from))\s ){1,2}
    (?P<name>(?:the\s)?[^.,]{2,60})
    """,
    re.X | re.I,
)  # This article was originally published by The Paper.

_ENDED = r"(?:\s.{2,300})"
SIGNOFF = re.compile(
    rf"""
      \(?(?:Additional\s|Further\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Tt]ranslation|[Ee]dited
         |[Rr]eported|[Ww]ritten)\s(?:and\s\w+\s)?(?:by|from|for){_ENDED}
    | (?:With|Including)\s(?:additional\s)?(?:agency\s)?(?:reports?|reporting|files|inputs?)\b.{{0,120}}
    | \W*(?:\#\#\#|-\s?0\s?-|-\s?30\s?-|ENDS?|END/.{{0,20}}|End(?:\sof\s\w+)?|[*-](?:\s?[*-]){{2,8}})\W*
    | \(?(?:STORY|OPTIONAL|MORE|BEGIN|END)\s(?:CAN|MAY|ENDS?|TRIM|CUT|OPTIONAL|STORY|HERE|TO\sCOME|MATERIAL)\b
      [A-Z\ .,;:'’()-]{{0,120}}
    | \(?[a-zA-Z]{{2,4}}(?:/[a-zA-Z]{{2,4}}){{1,3}}\)?                       # (jd/mr)
    | [A-Z][a-z]{{2,12}}(?:\s?[./]\s?[A-Z][a-z.]{{1,12}}){{1,2}}             # Jane/Roe
    | \(?\#?\s?[A-Z]{{2,5}}[-/][A-Z]{{2,5}}\)?                               # JD-MR
    | (?:HT|NNNN|BT)
    """,
    re.X,
)
CONTRIBUTED = re.compile(
    r"""
      ^ (?:[A-Z][\w.'’-]+\s){2,4} reported\sfrom\s
    | \b contributed\s
      (?: reporting | from | additional | research | to\s(?:the|this)\s(?:report|story|article) )
    """,
    re.X,
)
WIRE_NUMBER = re.compile(r"[A-Z]{2,5}(?P<date>(?:19|20)\d{6})\.\d{3,5}")
SERIES = re.compile(r"(?P<name>[A-Z“\"'‘].{3,100}?)\s?\((?P<count>\d{1,5})\)")
