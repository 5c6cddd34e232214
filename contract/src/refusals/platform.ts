/** Refusals every operation can give. */
export const platformRefusals = {
  'platform.invalid_input': {
    status: 400,
    zh: '提交的内容不符合要求，请按提示逐项更正后重试。',
    en: 'Some of what you sent does not fit. Correct the fields named below and send it again.',
  },
  'platform.not_signed_in': {
    status: 401,
    zh: '请先登录再进行此操作。',
    en: 'Sign in first, then try again.',
  },
  'platform.not_allowed': {
    status: 403,
    zh: '您当前的岗位没有此权限；如需办理，请切换岗位或联系管理员。',
    en: 'Your current post does not allow this. Switch to another post or ask your administrator.',
  },
  'platform.not_found': {
    status: 404,
    zh: '没有找到这条记录，或它不在您的查看范围内；请核对编号。',
    en: 'No such record, or it lies outside what you may see. Check the number.',
  },
  'platform.stale': {
    status: 409,
    zh: '这条记录刚被他人更新，请刷新查看最新内容后再操作。',
    en: 'Someone changed this record a moment ago. Reload it and decide again.',
  },
  'platform.in_flight': {
    status: 409,
    zh: '同一请求正在处理，请稍候查看结果，无需重复提交。',
    en: 'The same request is still being handled. Wait a moment; there is no need to send it again.',
  },
  'platform.key_reused': {
    status: 422,
    zh: '此幂等键已用于另一项内容，请换一个新的键再提交。',
    en: 'This Idempotency-Key was used for different content. Send this with a new key.',
  },
  'platform.too_many': {
    status: 429,
    zh: '操作过于频繁，请稍后再试；急事请直接拨打服务电话。',
    en: 'Too many requests. Wait a little; if it is urgent, please phone.',
  },
  'platform.too_large': {
    status: 413,
    zh: '提交的内容过大，请精简或分次提交。',
    en: 'This is too large. Shorten it or send it in parts.',
  },
  'platform.unsupported_type': {
    status: 415,
    zh: '不支持这种内容格式，请使用 JSON 或说明中列出的文件格式。',
    en: 'This content type is not accepted. Send JSON or one of the listed file types.',
  },
  'platform.file_unknown': {
    status: 422,
    zh: '所附文件不存在或已过期，请重新上传后再提交。',
    en: 'An attached file is unknown or has expired. Upload it again, then send this.',
  },
  'platform.file_unreadable': {
    status: 422,
    zh: '图片无法读取或尺寸过大，请改用 JPEG、PNG 或 WebP 重新上传。',
    en: 'The picture cannot be read or has too many pixels. Upload it again as JPEG, PNG or WebP.',
  },
  'platform.file_infected': {
    status: 422,
    zh: '文件中查出恶意代码，未予接收，并已记入安全日志；请在本机杀毒后换一个文件。其余已填写的内容未受影响。',
    en: 'Malicious code was found in the file: it was not taken, and the security log has it. Clean your device and choose another file; what else you filled in is untouched.',
  },
  'platform.not_scanned': {
    status: 503,
    zh: '文件检查服务暂时没有响应，文件还没有接收；请稍后再传，急事请拨打服务电话。',
    en: 'The service that checks files does not answer, so the file was not taken yet. Try again shortly; if urgent, please phone.',
  },
  'platform.unavailable': {
    status: 503,
    zh: '系统暂时无法保存，您的内容未丢失在半途；请稍后重试，急事请拨打服务电话。',
    en: 'The system cannot save at the moment and nothing was half-written. Try again shortly; if urgent, please phone.',
  },
  'platform.disk_full': {
    status: 503,
    zh: '服务器磁盘已满，暂时不能保存，也不能查看须留痕的信息；已保存的内容完好。请告知管理员清理磁盘，稍后再试；急事请拨打服务电话。',
    en: 'The disk of the server is full: nothing can be saved now, nor looked at where a look must be recorded; what was saved is safe. Tell your administrator to make room and try again later; if urgent, please phone.',
  },
  'platform.failed': {
    status: 500,
    zh: '系统出错，已记录；请稍后重试并向管理员提供编号。',
    en: 'Something went wrong and was logged. Try again later and give your administrator the request number.',
  },
  'platform.table_unreadable': {
    status: 422,
    zh: '文件无法读取：请确认是 UTF-8、UTF-16 或 GBK 编码的 CSV，或 XLSX（解压后不超过 400 MB），并有列名一行。',
    en: 'The file cannot be read. It must be CSV in UTF-8, UTF-16 or GBK, or XLSX (at most 400 MB unpacked), with a line of column names.',
  },
} as const;
