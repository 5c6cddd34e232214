/** Refusals of the door: signing in, codes, posts, units, keys. */
export const identityRefusals = {
  'identity.hand_over_bad': {
    status: 401,
    zh: '没能从原来的应用带入您的登录：凭证无效。请退回重新进入，或在这里用手机号登录。',
    en: 'Your sign-in could not be taken over: the token is not valid. Go back and enter again, or sign in here by phone.',
  },
  'identity.hand_over_elsewhere': {
    status: 401,
    zh: '这个凭证是给别的网站的，不能在这里使用。请退回重新进入，或用手机号登录。',
    en: 'This token is meant for another site. Go back and enter again, or sign in here by phone.',
  },
  'identity.hand_over_over': {
    status: 401,
    zh: '凭证已超过一分钟，为安全起见不再有效。请退回重新进入，或用手机号登录。',
    en: 'The token is older than a minute and no longer holds. Go back and enter again, or sign in here by phone.',
  },
  'identity.hand_over_used': {
    status: 401,
    zh: '这个凭证已经用过一次。请退回重新进入，或用手机号登录。',
    en: 'This token was used already. Go back and enter again, or sign in here by phone.',
  },
  'identity.key_needs_unit': {
    status: 422,
    zh: '取用共享数据的密钥须指定所属单位，只能取用该单位获准的数据。',
    en: 'A key that pulls shared data needs the unit whose granted shares it may pull.',
  },
  'identity.key_not_ed25519': {
    status: 422,
    zh: '交接居民的密钥须附对方的 Ed25519 公钥（SPKI 的 base64）；请向对方索取后填写。',
    en: 'A key that hands people over needs the Ed25519 public key of the other app (base64 of its SPKI). Ask them for it.',
  },
  'identity.wrong_sign_in': {
    status: 401,
    zh: '登录名或密码不正确；请核对后重试，忘记密码请联系系统管理员。',
    en: 'Login or password is wrong. Check both; if you forgot the password ask your administrator for a new one.',
  },
  'identity.sign_in_paused': {
    status: 429,
    zh: '连续输错 5 次，已暂停登录 15 分钟；请到时再试，急用请系统管理员核实后解除。',
    en: 'Five wrong tries: sign-in pauses for 15 minutes. Wait, or ask your administrator to check and open it.',
  },
  'identity.password_once': {
    status: 403,
    zh: '这是一次性密码，请同时设定自己的新密码后登录。',
    en: 'This is a one-time password. Choose your own password to sign in.',
  },
  'identity.password_once_over': {
    status: 403,
    zh: '一次性密码已过期，请联系系统管理员重新发放。',
    en: 'The one-time password has expired. Ask your administrator for a new one.',
  },
  'identity.weak_password': {
    status: 422,
    zh: '密码过于简单：至少 10 位，含字母、数字、符号中的两类，且不含登录名。',
    en: 'This password is too simple: at least 10 characters of two kinds (letters, digits, signs), without the login in it.',
  },
  'identity.wrong_password': {
    status: 403,
    zh: '当前密码不正确，请重新输入。',
    en: 'The current password is wrong. Enter it again.',
  },
  'identity.totp_needed': {
    status: 401,
    zh: '此账号已启用动态口令，请输入验证器上的六位数字。',
    en: 'This account uses an authenticator. Enter its six digits.',
  },
  'identity.wrong_totp': {
    status: 401,
    zh: '动态口令不正确或已用过；请等验证器显示下一个口令再输入。',
    en: 'This code is wrong or was used already. Wait for the next one and enter it.',
  },
  'identity.totp_state': {
    status: 409,
    zh: '动态口令的状态已变化；请刷新页面查看是否已启用，再继续。',
    en: 'The authenticator is not at this step. Reload to see whether it is in use, then continue.',
  },
  'identity.second_factor_needed': {
    status: 403,
    zh: '您的岗位必须使用动态口令：请用手机验证器绑定后登录；已绑定的不能自行停用，换手机请由管理员解除后重新绑定。',
    en: 'Your post demands an authenticator. Bind one to sign in; it cannot be ended by yourself. With a new phone, ask an administrator to take the old one off.',
  },
  'identity.own_key': {
    status: 409,
    zh: '接口密钥须由另一名管理员批准后才能使用；请其在“接口密钥”中批准。',
    en: 'A key is approved by another administrator than who made it. Ask one of them to do so under API keys.',
  },
  'identity.recovery_eyes': {
    status: 409,
    zh: '重设密码和解除动态口令须由两名管理员分别办理，也不能给自己办；请由另一名管理员办理。',
    en: 'A new password and taking off an authenticator are done by two administrators, and by neither for themselves. Ask another one.',
  },
  'identity.password_over': {
    status: 401,
    zh: '密码已到更换期限，请同时设定新密码。',
    en: 'Your password has come of age. Choose a new one in the same step.',
  },
  'identity.password_used': {
    status: 422,
    zh: '这是您最近用过的密码，请换一个没有用过的（最近 5 个不能重复）。',
    en: 'You used this password lately. Choose another than your last five.',
  },
  'identity.step_up_needed': {
    status: 403,
    zh: '这是重要操作，请先再次核验是您本人，然后继续。',
    en: 'This is a grave act. Prove again that it is you, then go on.',
  },
  'identity.proof_missing': {
    status: 422,
    zh: '请填写核验内容：绑定了动态口令的填六位口令，未绑定的填密码，居民填短信验证码。',
    en: 'Give what proves you: the six digits of your authenticator, your password without one, or the code sent to your phone.',
  },
  'identity.no_phone': {
    status: 409,
    zh: '您的账号没有登记手机号，无法发送验证码；请到社区或街道窗口办理。',
    en: 'Your account has no phone number to send a code to. Please come to a window.',
  },
  'identity.not_a_resident': {
    status: 409,
    zh: '这不是有效的居民账号，不能实名；请核对后再试。',
    en: 'This is not an open account of a resident, so it cannot take a real name. Check it and try again.',
  },
  'identity.sign_on_off': {
    status: 404,
    zh: '本系统没有接入统一身份认证；请用登录名和密码登录。',
    en: 'No single sign-on is set up here. Sign in with login and password.',
  },
  'identity.sign_on_failed': {
    status: 401,
    zh: '统一身份认证没有完成或已超时；请重新登录，仍不行请用登录名和密码，或联系系统管理员。',
    en: 'The single sign-on was not completed, or took too long. Try again; if it still fails use login and password or tell your administrator.',
  },
  'identity.sign_on_unknown': {
    status: 403,
    zh: '您已通过统一身份认证，但本系统没有与之对应的有效账号；请联系系统管理员开通。',
    en: 'The single sign-on knows you, but there is no open account for you here. Ask your administrator to make one.',
  },
  'identity.no_post': {
    status: 403,
    zh: '您目前没有生效的岗位；请联系系统管理员授予岗位或查看批准进度。',
    en: 'You hold no valid post. Ask your administrator to grant one, or whether one waits for approval.',
  },
  'identity.post_not_held': {
    status: 403,
    zh: '您没有担任这个岗位或它已到期；请从岗位列表中另选。',
    en: 'You do not hold this post, or it has ended. Choose one from your list.',
  },
  'identity.code_too_soon': {
    status: 429,
    zh: '验证码发送过于频繁；请按提示时间后再试，急事请直接拨打服务电话。',
    en: 'Codes were asked for too often. Try again at the time shown; if it is urgent, please phone.',
  },
  'identity.wrong_code': {
    status: 401,
    zh: '验证码不正确，请核对短信后重新输入。',
    en: 'The code is wrong. Check the message and enter it again.',
  },
  'identity.code_over': {
    status: 401,
    zh: '验证码已失效（超过 10 分钟、已使用或错误 5 次），请重新获取。',
    en: 'This code no longer works (older than 10 minutes, used, or wrong five times). Ask for a new one.',
  },
  'identity.sms_not_set': {
    status: 503,
    zh: '本系统尚未接通短信服务，无法发送验证码；可不登录直接提交诉求，或拨打服务电话。',
    en: 'No message provider is set up, so no code can be sent. You can report without signing in, or phone.',
  },
  'identity.phone_unusable': {
    status: 422,
    zh: '号码格式不正确；请填写 11 位手机号，或带区号的固定电话。',
    en: 'This number cannot be used. Enter a mobile number of 11 digits or a landline with its area code.',
  },
  'identity.seal_broken': {
    status: 500,
    zh: '这项个人信息的密文校验未通过，未予显示；请联系系统管理员核查数据是否被改动。',
    en: 'The sealed personal data failed its check and is not shown. Ask your administrator whether it was altered.',
  },
  'identity.login_taken': {
    status: 409,
    zh: '这个登录名已被使用，请换一个。',
    en: 'This login is taken. Choose another.',
  },
  'identity.account_closed': {
    status: 409,
    zh: '账号已停用，不能再授予岗位或重设密码；需要时请新建账号。',
    en: 'The account is closed: no posts or passwords can be given. Make a new account if needed.',
  },
  'identity.post_exists': {
    status: 409,
    zh: '此人已在该单位担任或待批这个岗位，无需重复授予。',
    en: 'This person already holds this post in this unit, or it waits for approval.',
  },
  'identity.role_not_for_unit': {
    status: 422,
    zh: '该岗位不能设在这类单位；网格员在网格，社区岗在社区，中心岗在指挥中心或街道。',
    en: 'This role does not belong in this kind of unit: grid workers in grids, community staff in communities, centre roles in the centre or subdistrict.',
  },
  'identity.own_post': {
    status: 403,
    zh: '不能给自己授予或批准岗位，请由另一名管理员办理。',
    en: 'You cannot grant or approve a post for yourself. Ask another administrator.',
  },
  'identity.same_eyes': {
    status: 409,
    zh: '授予人不能批准自己的授予，请由另一名管理员批准。',
    en: 'Whoever granted a post cannot approve it. Ask another administrator.',
  },
  'identity.post_not_waiting': {
    status: 409,
    zh: '这个岗位已不在待批状态，请刷新后查看。',
    en: 'This post is no longer waiting for approval. Reload to see its state.',
  },
  'identity.last_admin': {
    status: 409,
    zh: '至少要保留两名管理员（授权须两人互相批准）；请先授予另一名管理员。',
    en: 'Two administrators must remain, since grants need a second one. Grant another administrator first.',
  },
  'identity.unit_taken': {
    status: 409,
    zh: '这个单位代码已存在，请换一个代码或更改原单位。',
    en: 'A unit with this key exists. Choose another key or change that unit.',
  },
  'identity.unit_parent': {
    status: 422,
    zh: '上级单位不存在、已撤销，或正在其自身之下；请重新选择上级。',
    en: 'The unit above does not exist, is closed, or lies below this unit itself. Choose another.',
  },
  'identity.unit_in_use': {
    status: 409,
    zh: '该单位还有在任岗位或下级单位；请先结束岗位、调整下级后再撤销。',
    en: 'People or units still belong to this unit. End the posts and move the units below first.',
  },
  'identity.person_taken': {
    status: 409,
    zh: '该人员已由另一个账号完成实名；如非本人操作，请到窗口核实。',
    en: 'Another account has proved to be this person. If that was not you, come to a window.',
  },
} as const;
